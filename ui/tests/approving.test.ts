// Approving by key before all about somebody is here: no key is lost, and none means another person or another level.
import { beforeEach, expect, test, vi } from 'vitest';

import type { Command, LevelChoice, RequestRow, RequestView } from '../src/bindings/contract';

type Place = { screen: string; id: string | null; filters: Record<string, string> };

const given: Command[] = [];
const asked: { membership: string; answer: (view: RequestView) => void }[] = [];
const told: { text: string; isBad: boolean }[] = [];
const place: Place = { screen: 'requests', id: null, filters: {} };

vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, certain: true, held_ms: 0 }),
  query: (question: { ask: string; membership: string }) =>
    new Promise((answer) => {
      if (question.ask === 'request') asked.push({ membership: question.membership, answer });
      else answer({ rows: WAITING, total: WAITING.length, snoozed: 0, wakes_in_ms: null });
    }),
  act: () => Promise.resolve(),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({
  t: (id: string, facts: { name?: string; level?: string } = {}) => [id, facts.name, facts.level].join(' ').trim(),
  language: () => 'en',
}));
vi.mock('../src/stores/outbox.svelte', () => ({ wasTakenBack: () => false }));
vi.mock('../src/stores/route.svelte', () => ({
  here: () => place,
  move: (to: Place) => Object.assign(place, to),
  open: (id: string | null) => (place.id = id),
}));
vi.mock('../src/stores/session.svelte', () => ({
  isSignedIn: () => true,
  organisation: () => ({ id: 'o' }),
  recount: () => Promise.resolve(),
  session: () => null,
}));
vi.mock('../src/stores/toast.svelte', () => ({
  complain: ({ refusal }: { refusal: { code: string } | null }) =>
    told.push({ text: refusal?.code ?? '', isBad: true }),
  doneOr: (_: boolean, done: () => string) => done,
  tell: (text: () => string) => told.push({ text: text(), isBad: false }),
}));

const row = (membership: string): RequestRow =>
  ({
    organisation: 'o',
    membership,
    name: membership,
    actions: [{ command: 'approve_request', refusal: null }],
  }) as unknown as RequestRow;
const WAITING = ['anna', 'bob', 'carol'].map(row);

const level = (name: string, refusal: LevelChoice['refusal'] = null): LevelChoice => ({
  level: name,
  name,
  permissions: [],
  equals: null,
  refusal,
});
const LEVELS = [level('guest'), level('member'), level('staff'), level('admin', { code: 'level_above_own' } as never)];
const viewOf = (membership: string): RequestView =>
  ({
    row: row(membership),
    status: { is: 'initiated' },
    decided: null,
    pending: null,
    levels: LEVELS,
    proposed: 'member',
    contacts: [],
  }) as unknown as RequestView;

let requests: (typeof import('../src/stores/requests.svelte'))['requests'];
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Everybody waits; of the first everything is here, of the others nothing. */
beforeEach(async () => {
  given.length = asked.length = told.length = 0;
  place.id = 'anna';
  vi.resetModules();
  ({ requests } = await import('../src/stores/requests.svelte'));
  requests.list.ask({ ask: 'requests' });
  requests.panel.take(viewOf('anna'));
  await settled();
});

test('a level key and A before the next one is here decide about the next one, at that level', async () => {
  void requests.approve();
  requests.chooseAt(2);
  void requests.approve();
  expect(place.id, 'the list goes on at once').toBe('carol');
  await settled();
  expect(given, 'the second waits for what it is about').toHaveLength(1);
  asked.find(({ membership }) => membership === 'bob')?.answer(viewOf('bob'));
  await settled();
  expect(given).toEqual([
    { type: 'approve_request', membership: 'anna', grant: { level: 'member' } },
    { type: 'approve_request', membership: 'bob', grant: { level: 'staff' } },
  ]);
  expect(told.at(-1)?.text).toBe('approved bob staff');
});

test('each of two that are not here yet gets the level of their own key', async () => {
  void requests.approve();
  requests.chooseAt(2);
  void requests.approve();
  requests.chooseAt(0);
  void requests.approve();
  for (const membership of ['bob', 'carol']) {
    await settled();
    asked.find((one) => one.membership === membership)?.answer(viewOf(membership));
  }
  await settled();
  expect(given.map((command) => 'grant' in command && command.grant?.level)).toEqual(['member', 'staff', 'guest']);
});

test('a level key is shown once everything is here', () => {
  place.id = 'bob';
  requests.chooseAt(2);
  expect(requests.level).toBeNull();
  requests.panel.take(viewOf('bob'));
  expect(requests.level?.level).toBe('staff');
});

test('a level that may not be given is not replaced by another one: nobody is approved, and it says why', async () => {
  void requests.approve();
  requests.chooseAt(3);
  void requests.approve();
  await settled();
  asked.find(({ membership }) => membership === 'bob')?.answer(viewOf('bob'));
  await settled();
  expect(given).toHaveLength(1);
  expect(told.at(-1)).toEqual({ text: 'level_above_own', isBad: true });
  expect(place.id, 'back to whom it was about').toBe('bob');
});

test('who cannot be given anything is not passed over in silence', async () => {
  requests.panel.take({ ...viewOf('anna'), levels: [level('guest', { code: 'forbidden' } as never)], proposed: null });
  await requests.approve();
  expect(given).toEqual([]);
  expect(told).toEqual([{ text: 'forbidden', isBad: true }]);
  expect(place.id).toBe('anna');
});

test('what somebody else made of the one before bars nobody else', async () => {
  requests.panel.take({ ...viewOf('anna'), status: { is: 'cancelled' } } as unknown as RequestView);
  expect(requests.newer).not.toBeNull();
  place.id = 'bob';
  expect(requests.newer).toBeNull();
  void requests.approve();
  await settled();
  asked.find(({ membership }) => membership === 'bob')?.answer(viewOf('bob'));
  await settled();
  expect(given).toHaveLength(1);
});
