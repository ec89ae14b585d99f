// Keys mean the same on every layout.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('addEventListener', () => undefined);
const { meant } = await import('../src/keyboard');

test.each([
  ['a Latin letter is taken as it is', { key: 'j', code: 'KeyJ' }, 'j'],
  ['also where it lies elsewhere, as on Dvorak', { key: 'j', code: 'KeyC' }, 'j'],
  ['a Cyrillic letter is taken by its place', { key: 'о', code: 'KeyJ' }, 'j'],
  ['also as a capital', { key: 'Ф', code: 'KeyA' }, 'a'],
  ['a digit is a digit', { key: '3', code: 'Digit3' }, '3'],
  ['a named key keeps its name', { key: 'Escape', code: 'Escape' }, 'Escape'],
])('%s', (_, event, key) => {
  expect(meant(event)).toBe(key);
});
