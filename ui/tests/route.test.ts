// Addresses: what is written can be read again, and what is no address of ours leads home.
import { expect, test, vi } from 'vitest';

const location = { hash: '' };
vi.stubGlobal('location', location);
const written: string[] = [];
/** The entries of an engine, and the one we are at. */
const entries: { state: unknown; address: string }[] = [{ state: null, address: '' }];
let current = 0;
let arrive: () => void = () => undefined;
vi.stubGlobal('addEventListener', (name: string, hear: () => void) => {
  if (name === 'popstate') arrive = hear;
});
function put(at: number, many: number, state: unknown, address: string): void {
  entries.splice(at, many, { state, address });
  [current, location.hash] = [at, address];
  written.push(address);
}
vi.stubGlobal('history', {
  get state() {
    return entries[current]?.state;
  },
  pushState: (state: unknown, _: string, address: string) => put(current + 1, entries.length, state, address),
  replaceState: (state: unknown, _: string, address: string) => put(current, 1, state, address),
  // Engines go back a moment later, from wherever one is by then.
  back: () => void later.push(() => ([current, location.hash] = [current - 1, entries[current - 1]?.address ?? ''])),
});
const later: (() => void)[] = [];
const { addressOf, at, back, go, here, narrow, open, placeOf, SCREENS } = await import('../src/stores/route.svelte');

function theEngineGoesBack(): void {
  for (const step of later.splice(0)) {
    step();
    arrive();
  }
}

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

test('who goes back and on at once is where they went, and going back leads through where they came back to', () => {
  go(at('requests', 'x'));
  go(at('invitations', 'new'));
  back();
  expect(here(), 'the next key acts where we were').toEqual(at('requests', 'x'));
  open('y');
  go(at('settings'));
  go(at('people'));
  theEngineGoesBack();
  expect(here()).toEqual(at('people'));
  expect(entries.slice(-3).map(({ address }) => address)).toEqual(['#/requests/y', '#/settings', '#/people']);
  back();
  theEngineGoesBack();
  expect(here()).toEqual(at('settings'));
  expect(location.hash).toBe('#/settings');
});
