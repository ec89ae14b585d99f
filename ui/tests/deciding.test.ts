// Reading all about many: nobody is missed, and what could not be read is read when it is asked for again.
import { beforeEach, expect, test, vi } from 'vitest';

import type { RequestRow } from '../src/bindings/contract';

let fails = new Set<string>();
const asked: string[] = [];

vi.mock('../src/ipc', () => ({
  execute: () => Promise.reject(new Error('nothing is decided here')),
  query: ({ membership }: { membership: string }) => {
    asked.push(membership);
    return fails.has(membership) ? Promise.reject(new Error('away')) : Promise.resolve({ levels: [], proposed: null });
  },
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
vi.mock('../src/stores/toast.svelte', () => ({ tell: () => undefined }));

const { deciding } = await import('../src/stores/deciding.svelte');

const rows = Array.from({ length: 1000 }, (_, at) => ({ organisation: 'o', membership: `m${at}` }) as RequestRow);
const unread = () => deciding.shares(rows).filter(({ isUnread }) => isUnread);
const known = () => deciding.shares(rows).filter(({ view }) => view !== null).length;

beforeEach(() => {
  deciding.begin();
  [fails, asked.length] = [new Set(), 0];
});

test('a thousand are known once they are read, each asked for once', async () => {
  const looking = deciding.look(rows);
  await Promise.resolve();
  expect(known(), 'the first show at once').toBeLessThan(1000);
  await looking;
  expect([known(), unread().length, asked.length]).toEqual([1000, 0, 1000]);
  await deciding.look(rows);
  expect(asked).toHaveLength(1000);
});

test('who could not be read is read when it is tried again', async () => {
  fails = new Set(['m3', 'm999']);
  await deciding.look(rows);
  expect(unread().map(({ row }) => row.membership)).toEqual(['m3', 'm999']);
  fails = new Set();
  await deciding.look(rows);
  expect([known(), unread().length, asked.length]).toEqual([1000, 0, 1002]);
});
