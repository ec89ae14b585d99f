// The access of several people is edited at once: what somebody else changed meanwhile is shown and not overwritten unseen.
import { beforeEach, expect, test, vi } from 'vitest';

import type { AccessSubject, Command, Grant } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
const given: Command[] = [];
const asked: { grant?: Grant; begun?: Grant }[] = [];
let versions: Record<string, number> = {};
/** Commands of this account that stand in place of a revision. */
let pending: Record<string, string> = {};
/** What the device says of somebody now. */
const subject = (membership: string, grant: Grant): AccessSubject => ({
  membership,
  name: membership,
  act: 'change',
  version: pending[membership] ? { command: pending[membership] } : { revision: versions[membership] ?? 0 },
  refusal: null,
  unchanged: false,
  grant,
  has: { level: `of-${versions[membership]}` },
  added: null,
});
vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, and: [], certain: true, held_ms: 0 }),
  query: (question: { memberships: string[]; grant?: Grant; begun?: Grant }) => {
    asked.push(question);
    const grant = question.grant ?? { level: 'member' };
    return Promise.resolve({ act: 'change', grant, subjects: question.memberships.map((one) => subject(one, grant)) });
  },
  act: () => Promise.resolve(),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { access } = await import('../src/stores/access.svelte');

const settled = () => new Promise((done) => setTimeout(done));

beforeEach(async () => {
  [versions, pending, given.length, asked.length] = [{ anna: 1, kadri: 1 }, {}, 0, 0];
  access.follow({ organisation: 'o', memberships: ['anna', 'kadri'] });
  await settled();
  access.become({ level: 'staff' });
  await settled();
});

/** Somebody else changes one of them. */
async function changed(): Promise<void> {
  versions = { ...versions, kadri: 2 };
  await access.view.refresh();
}

test('whoever was changed meanwhile is named, with what they had and have now', async () => {
  expect(access.meanwhile).toEqual([]);
  await changed();
  expect(access.meanwhile).toEqual([
    { membership: 'kadri', name: 'kadri', before: { level: 'of-1' }, after: { level: 'of-2' } },
  ]);
});

test('everybody’s command rests on what was looked at when the draft was begun', async () => {
  await changed();
  await access.save(() => 'done');
  expect(given).toMatchObject([{ based_on: { revision: 1 } }, { membership: 'kadri', based_on: { revision: 1 } }]);
});

test('one’s own draft goes on, on what is there by now', async () => {
  await changed();
  access.goOn(true);
  expect(access.meanwhile).toEqual([]);
  await access.save(() => 'done');
  expect(given).toMatchObject([
    { membership: 'anna', grant: { level: 'staff' }, based_on: { revision: 1 } },
    { membership: 'kadri', grant: { level: 'staff' }, based_on: { revision: 2 } },
  ]);
  expect(asked.at(-1)?.begun).toEqual({ level: 'member' });
});

test('going on with theirs begins anew', async () => {
  await changed();
  access.goOn(false);
  await settled();
  expect([access.meanwhile, access.grant]).toEqual([[], { level: 'member' }]);
});

test('what this account did itself is nobody else’s change once it is sent (RULES 6)', async () => {
  for (const memberships of [['anna', 'kadri'], ['kadri']]) {
    pending = { kadri: 'c' };
    access.follow({ organisation: 'o', memberships });
    await settled();
    access.become({ level: 'staff' });
    await settled();
    pending = {};
    await access.view.refresh();
    expect([access.meanwhile, access.overtaken]).toEqual([[], null]);
    await access.save(() => 'done');
    expect(given.at(-1)).toMatchObject({ membership: 'kadri', based_on: { revision: 1 } });
  }
});

test('what somebody else made of it after one’s own command is told', async () => {
  pending = { kadri: 'c' };
  access.follow({ organisation: 'o', memberships: ['kadri'] });
  await settled();
  access.become({ level: 'staff' });
  await settled();
  [pending, versions] = [{}, { anna: 1, kadri: 2 }];
  await access.view.refresh();
  expect(access.overtaken).not.toBeNull();
});
