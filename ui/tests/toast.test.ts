// Where what happens is told: in the sheet that makes everything else inert, and outside once it is closed.
import { expect, test, vi } from 'vitest';

vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { forget, lastTold, openSheet, tell, toastIn } = await import('../src/stores/toast.svelte');

test('a message stands in the topmost of the sheets that were open and still are', () => {
  const [under, over] = [Symbol('under'), Symbol('over')];
  const where = () => [null, under, over].filter((sheet) => toastIn(sheet) !== null);
  const closeUnder = openSheet(under);
  tell(() => 'told in the first');
  const closeOver = openSheet(over);
  expect(where()).toEqual([under]);
  tell(() => 'told in the second');
  expect(where()).toEqual([over]);
  closeOver();
  expect(where()).toEqual([under]);
  closeUnder();
  expect(where()).toEqual([null]);
});

test('a message with a way back stays ten seconds, any other is shorter', () => {
  tell(() => 'copied');
  expect(toastIn(null)?.lasts).toBeLessThan(10_000);
  tell(() => 'paused', { back: () => Promise.resolve() });
  expect(toastIn(null)?.lasts).toBe(10_000);
  tell(() => 'approved', { undoes: 'a command' });
  expect(toastIn(null)?.lasts).toBe(10_000);
});

test('one after the other everything is taken back, the newest first', () => {
  const back = () => Promise.resolve();
  tell(() => 'paused A', { back });
  tell(() => 'approved B', { back });
  tell(() => 'copied');
  const next = () => {
    const last = lastTold(() => true);
    if (last) forget(last);
    return last?.text();
  };
  expect([next(), next()]).toEqual(['approved B', 'paused A']);
});

test('what was told long ago is not taken back by a key', () => {
  tell(() => 'paused', { back: () => Promise.resolve() });
  tell(() => 'copied');
  const now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 9_000);
  expect(lastTold(() => true)?.text()).toBe('paused');
  clock.mockReturnValue(now + 11_000);
  expect(lastTold(() => true)).toBeNull();
  vi.restoreAllMocks();
});

test('what is still on the screen is taken back by its key, however long somebody looks at it', () => {
  tell(() => 'paused', { back: () => Promise.resolve() });
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
  expect(lastTold(() => true)?.text()).toBe('paused');
  vi.restoreAllMocks();
});
