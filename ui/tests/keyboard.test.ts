// Keys mean the same on every layout (UI_SPEC 5), and act only where they should.
import { beforeEach, describe, expect, test, vi } from 'vitest';

type Pressed = Partial<KeyboardEvent> & { key: string; code: string };
let press: (event: KeyboardEvent) => void = () => undefined;
vi.stubGlobal('addEventListener', (_: string, hear: typeof press) => (press = hear));
vi.stubGlobal('document', { querySelector: () => null });
vi.stubGlobal('Element', class {});
class Html {
  matches = () => true;
  closest = () => null;
}
vi.stubGlobal('HTMLElement', Html);
vi.stubGlobal('HTMLInputElement', class extends Html {});
const { allowSingles, isSingle, listen, meant, namesOf } = await import('../src/keyboard');

const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
let clock = 0;

/** Presses a key and answers whether somebody took it. */
function pressed(event: Pressed, after = 10): boolean {
  clock += after;
  const preventDefault = vi.fn();
  press({
    ...PLAIN,
    isComposing: false,
    repeat: false,
    target: null,
    timeStamp: clock,
    preventDefault,
    ...event,
  } as never);
  return preventDefault.mock.calls.length > 0;
}

const letter = (key: string): Pressed => ({ key, code: `Key${key.toUpperCase()}` });

test.each([
  ['a Latin letter is taken as it is', { key: 'j', code: 'KeyJ' }, 'j'],
  ['also where it lies elsewhere, as on Dvorak', { key: 'j', code: 'KeyC' }, 'j'],
  ['a Cyrillic letter is taken by its place', { key: 'о', code: 'KeyJ' }, 'j'],
  ['also as a capital', { key: 'Ф', code: 'KeyA' }, 'a'],
  ['a Romanian letter on the place of a sign, too', { key: 'ț', code: 'Quote' }, 'ț'],
  ['a digit is a digit', { key: '3', code: 'Digit3' }, '3'],
  ['a named key keeps its name', { key: 'Escape', code: 'Escape' }, 'Escape'],
])('%s', (_, event, key) => {
  expect(meant(event)).toBe(key);
});

test.each([
  ['a question mark, however it is typed', { key: '?', code: 'Digit7', shiftKey: true }, '?'],
  ['a slash under Shift, as in Estonia', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
  ['Ctrl on a Russian layout', { key: 'л', code: 'KeyK', ctrlKey: true }, 'Ctrl+k'],
  ['Command for Ctrl', { key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl+k'],
  ['a capital as Shift and its letter', { key: 'О', code: 'KeyJ', shiftKey: true }, 'Shift+j'],
  ['a digit that lies under Shift, as in France', { key: '&', code: 'Digit1' }, '1'],
  ['Shift with a named key', { key: 'F6', code: 'F6', shiftKey: true }, 'Shift+F6'],
  ['a slash by its place, where another sign is typed', { key: '.', code: 'Slash' }, '/'],
  ['a question mark by its place', { key: ',', code: 'Slash', shiftKey: true }, '?'],
  ['Alt with an arrow', { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
])('%s is found', (_, event, name) => {
  expect(namesOf({ ...PLAIN, ...event })).toContain(name);
});

test('a sign is what is typed before it is where it lies', () => {
  const typed = { ...PLAIN, key: '.', code: 'Slash', ctrlKey: true };
  expect(namesOf(typed)).toEqual(['Ctrl+.', 'Ctrl+/']);
  expect(namesOf({ ...PLAIN, key: 'z', code: 'Slash' }), 'as on Dvorak').toEqual(['z']);
});

test('Shift and a named key is not that key alone', () => {
  expect(namesOf({ ...PLAIN, key: 'F6', code: 'F6', shiftKey: true })).not.toContain('F6');
});

test('only keys without Ctrl or Alt can be switched off', () => {
  expect(['a', '?', '3', 'g r', 'Shift+j'].every(isSingle)).toBe(true);
  expect(['Ctrl+k', 'F6', 'Escape', 'Alt+ArrowLeft', 'ArrowDown', ' '].some(isSingle)).toBe(false);
});

describe('while a screen listens', () => {
  const approve = vi.fn();
  const down = vi.fn();
  const goRequests = vi.fn();
  const palette = vi.fn();
  beforeEach(() => {
    vi.clearAllMocks();
    clock += 10_000;
    const deaf = [listen({ a: approve, j: down, 'g r': goRequests, r: vi.fn() }), listen({ 'Ctrl+k': palette }, true)];
    return () => deaf.forEach((stop) => stop());
  });

  test('two letters one after the other are a sequence, the second alone is not taken for it', () => {
    expect(pressed(letter('g'))).toBe(false);
    expect(pressed(letter('r'))).toBe(true);
    expect(goRequests).toHaveBeenCalledOnce();
  });

  test('where text is typed a sign is text, whatever lies there (UI_SPEC 5)', () => {
    const help = vi.fn();
    const deaf = listen({ '?': help, F1: help }, true);
    const target = new Html() as unknown as EventTarget;
    const signs = [
      { key: ',', code: 'Slash', shiftKey: true },
      { key: '_', code: 'Slash', shiftKey: true },
      { key: '?', code: 'Slash', shiftKey: true },
    ];
    expect(signs.map((sign) => pressed({ ...sign, target }))).toEqual([false, false, false]);
    expect(help).not.toHaveBeenCalled();
    expect(pressed({ key: 'F1', code: 'F1', target })).toBe(true);
    expect(pressed({ ...letter('k'), ctrlKey: true, target })).toBe(true);
    expect(pressed({ key: ',', code: 'Slash', shiftKey: true }), 'elsewhere it is the place').toBe(true);
    deaf();
  });

  test('a sequence that took too long is none', () => {
    pressed(letter('g'));
    pressed(letter('r'), 1_500);
    expect(goRequests).not.toHaveBeenCalled();
  });

  test('a key held down moves on, but decides once', () => {
    pressed(letter('j'));
    pressed({ ...letter('j'), repeat: true });
    expect(down).toHaveBeenCalledTimes(2);
    pressed(letter('a'));
    expect(pressed({ ...letter('a'), repeat: true }), 'and the page does not get it either').toBe(true);
    expect(approve).toHaveBeenCalledOnce();
  });

  test('nothing acts while a sign is being composed', () => {
    pressed({ ...letter('a'), isComposing: true });
    expect(approve).not.toHaveBeenCalled();
  });

  test('single keys can be switched off, the others stay (WCAG 2.1.4)', () => {
    allowSingles(false);
    pressed(letter('a'));
    pressed(letter('g'));
    pressed(letter('r'));
    pressed({ ...letter('k'), ctrlKey: true });
    allowSingles(true);
    expect(approve).not.toHaveBeenCalled();
    expect(goRequests).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledOnce();
  });
});
