// Undoing is certain: a way back is offered where the device names one, and nowhere else (UI_SPEC 6).
import { beforeEach, expect, test, vi } from 'vitest';

import type { Command, PersonView } from '../src/bindings/contract';

const given: Command[] = [];
let back: Command | null = null;
vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, and: [], certain: true, held_ms: 0, back }),
  query: () => Promise.resolve({ version: { revision: 7 } }),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const said: { back?: () => Promise<void> }[] = [];
vi.mock('../src/stores/toast.svelte', () => ({
  tell: (_: unknown, how: { back?: () => Promise<void> } = {}) => said.push(how),
  doneOr: (_: boolean, done: unknown) => done,
  complain: (failure: unknown) => expect(failure).toBeUndefined(),
}));
const { doTo } = await import('../src/stores/acting.svelte');

const person = { row: { organisation: 'o', membership: 'm', name: 'Erik' } } as unknown as PersonView;

beforeEach(() => [given, said].forEach((it) => (it.length = 0)));

test('what the device names takes back, on top of what is there by then', async () => {
  back = { type: 'renew_membership', membership: 'm', grant: { level: 'staff' }, based_on: { revision: 5 } };
  await doTo(person, 'end_membership');
  await said[0]?.back?.();
  expect(given[1]).toEqual({ ...back, based_on: { revision: 7 } });
});

test('where it names none, none is offered', async () => {
  back = null;
  await doTo(person, 'end_membership');
  expect(said).toHaveLength(1);
  expect(said[0]?.back).toBeUndefined();
});
