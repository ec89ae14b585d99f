// Addresses: what is written can be read again, and what is no address of ours leads home.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
const written: string[] = [];
const push = (_: unknown, __: string, address: string) => written.push(address);
vi.stubGlobal('history', { pushState: push, replaceState: push });
const { addressOf, at, go, here, narrow, open, placeOf, SCREENS } = await import('../src/stores/route.svelte');

test.each(SCREENS)('the screen %s has an address', (screen) => {
  expect(placeOf(addressOf(at(screen)))).toEqual(at(screen));
});

test('what is open and how the list is narrowed stand in the address', () => {
  const place = at('people', '0190', { search: 'Õunapuu & co', states: 'member,paused' });
  expect(addressOf(place)).toBe('#/people/0190?search=%C3%95unapuu+%26+co&states=member%2Cpaused');
  expect(placeOf(addressOf(place))).toEqual(place);
});

test.each(['', '#', '#/', '#/nowhere', '#/%E0%A4%A', 'javascript:alert(1)'])('%s leads home', (address) => {
  expect(placeOf(address).screen).toBe('requests');
});

test('a broken id is no reason to fail', () => {
  expect(placeOf('#/people/%E0%A4%A').id).toBe('%E0%A4%A');
});

test('narrowing keeps what is open and drops what is empty', () => {
  go(at('people', 'x', { search: 'a', level: 'staff' }));
  narrow({ search: null, states: 'member' });
  expect(here()).toEqual(at('people', 'x', { level: 'staff', states: 'member' }));
  open(null);
  expect(addressOf(here())).toBe('#/people?level=staff&states=member');
  expect(written.at(-1), 'the address follows').toBe('#/people?level=staff&states=member');
});

test('holding a key down does not write the address more often than engines allow', () => {
  vi.useFakeTimers();
  written.length = 0;
  for (let row = 0; row < 500; row += 1) open(`row${row}`);
  expect(here().id, 'where we are is right at once').toBe('row499');
  expect(written.length, 'WebKit throws at a hundred in ten seconds').toBeLessThan(100);
  vi.advanceTimersByTime(20_000);
  expect(written.at(-1)).toContain('row499');
  vi.useRealTimers();
});
