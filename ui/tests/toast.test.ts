// Where what happens is told: in the sheet that makes everything else inert, and outside once it is closed.
import { expect, test, vi } from 'vitest';

vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { openSheet, tell, toastIn } = await import('../src/stores/toast.svelte');

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
