// Letting somebody into a room: that room and nothing else, and nobody who is not ticked.
import { beforeEach, expect, test, vi } from 'vitest';

import type { AccessSubject, Command, PersonRow } from '../src/bindings/contract';

const given: Command[] = [];
let answer: (subjects: AccessSubject[]) => void = () => undefined;
vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, and: [], certain: true, held_ms: 0 }),
  query: () => new Promise((told) => (answer = (subjects) => told({ levels: [], subjects, shares: [] }))),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { lettingIn } = await import('../src/stores/letting-in.svelte');

const row = (membership: string) => ({ organisation: 'o', membership }) as PersonRow;
const had = { level: 'staff', extras: ['sales'], rooms: ['a'], ends_at: 7 };
/** What the device says of somebody: the room beyond what they have. */
const subject = (membership: string) =>
  ({
    membership,
    act: 'change',
    version: { revision: 4 },
    refusal: null,
    unchanged: false,
    has: null,
    grant: { ...had, rooms: ['a', 'b'] },
    added: null,
  }) as unknown as AccessSubject;

beforeEach(() => {
  given.length = 0;
  lettingIn.begin();
});

async function choose(membership: string, told: readonly string[]): Promise<void> {
  const chosen = lettingIn.choose(row(membership), 'b');
  answer(told.map(subject));
  await chosen;
}

test('what the device judged is what is given, on the version that was seen (R-20)', async () => {
  await choose('m', ['m']);
  expect(await lettingIn.give('o', { id: 'b', name: 'Office' })).toBe(true);
  expect(given).toEqual([
    {
      type: 'change_grant',
      membership: 'm',
      grant: { ...had, rooms: ['a', 'b'] },
      based_on: { revision: 4 },
    },
  ]);
});

test('whoever is unticked is not let in, also before that is judged', async () => {
  await choose('m', ['m']);
  await choose('n', ['m', 'n']);
  expect(lettingIn.will.map(({ membership }) => membership)).toEqual(['m', 'n']);
  void lettingIn.choose(row('n'), 'b');
  expect(lettingIn.will).toEqual([]);
  answer(['m', 'n'].map(subject));
  await Promise.resolve();
  await Promise.resolve();
  expect(lettingIn.will.map(({ membership }) => membership)).toEqual(['m']);
});
