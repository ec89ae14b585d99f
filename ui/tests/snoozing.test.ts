// Putting off: whoever was not put off is ticked again, and there is a way back for the others.
import { beforeEach, expect, test, vi } from 'vitest';

type Snooze = { membership: string; until: number | null };
const put: Snooze[] = [];
let broken: string | null = null;
vi.mock('../src/ipc', () => ({
  act: ({ membership, until }: Snooze) => {
    if (membership === broken) return Promise.reject(new Error('not now'));
    put.push({ membership, until });
    return Promise.resolve();
  },
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
vi.mock('../src/text/moment', () => ({ when: String }));
const { putOff } = await import('../src/stores/snoozing');
const { toast } = await import('../src/stores/toast.svelte');

const rows = ['a', 'b', 'c'].map((membership) => ({
  organisation: 'o',
  membership,
  name: membership,
  contact: null,
  snoozed_until: 1,
}));

beforeEach(() => {
  [put.length, broken] = [0, null];
});

test('what was done before a failure is told with its way back, and the rest is ticked again', async () => {
  broken = 'b';
  const left: string[] = [];
  await putOff(rows, 9, (rest) => left.push(...rest.map(({ membership }) => membership)));
  expect(left).toEqual(['b', 'c']);
  expect(toast()?.text()).toBe('snoozed bulk-refused');
  await toast()?.back?.();
  expect(put).toEqual([
    { membership: 'a', until: 9 },
    { membership: 'a', until: 1 },
  ]);
});

test('where nothing was put off, only the failure is told', async () => {
  broken = 'a';
  const left = vi.fn();
  await putOff(rows, 9, left);
  expect(left).toHaveBeenCalledWith(rows);
  expect(toast()).toMatchObject({ isBad: true, back: null });
});
