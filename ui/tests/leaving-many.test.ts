// One's own membership is ended alone, where it is explained: among many it would take away what the rest is done by.
import { expect, test, vi } from 'vitest';

import type { Command, PersonRow } from '../src/bindings/contract';

const given: Command[] = [];
const action = (command: string) => ({ command, refusal: null });
vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, and: [], certain: true, held_ms: 0, back: null }),
  query: ({ membership }: { membership: string }) =>
    Promise.resolve({
      row: { organisation: 'o', membership },
      own: membership === 'me',
      actions: [action('end_membership'), action('suspend_member')],
    }),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { many } = await import('../src/stores/many.svelte');

const rows = ['me', 'anna'].map((membership) => ({ organisation: 'o', membership }) as PersonRow);

test('one’s own row stays out of what is ended together, and is named with the reason', async () => {
  await many.look(rows, 'end_membership');
  const plan = many.plan('end_membership');
  expect(plan.will.map(({ row }) => row.membership)).toEqual(['anna']);
  expect(plan.cannot).toMatchObject([{ row: { membership: 'me' }, why: 'own-leave' }]);
});

test('whatever one may do to oneself among others comes last', async () => {
  await many.look(rows, 'suspend_member');
  await many.give(many.plan('suspend_member'), 'suspend_member', null, () => 'done');
  expect(given).toMatchObject([{ membership: 'anna' }, { membership: 'me' }]);
});
