// The list of people: its address, its columns, and how its chips read.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { filterOf, filtersOf, isNarrowed, STATES } = await import('../src/stores/people-filter');
const { addressOf, at } = await import('../src/stores/route.svelte');

const whole = {
  search: 'soko',
  states: ['member', 'paused'],
  level: 'staff',
  room: '0190',
  unseen_days: 30,
  sort: 'last_seen',
  descending: true,
} as const;

test('a question has one address, whatever the order in which it was put together', () => {
  const turned = Object.fromEntries(Object.entries({ ...whole, states: ['paused', 'member'] as const }).reverse());
  const address = (filter: object) => addressOf(at('people', null, filtersOf(filter)));
  expect(address(turned)).toBe(address({ ...whole, states: [...whole.states] }));
});

test('an address asks what it was made from', () => {
  expect(filterOf(filtersOf({ ...whole, states: [...whole.states] }))).toEqual(whole);
});

test.each([
  ['a state that is none', { states: 'member,owned' }, { states: ['member'] }],
  ['only such states', { states: 'owned' }, {}],
  ['an order that is none', { sort: 'age' }, {}],
  ['days that are none', { unseen_days: 'ten' }, {}],
  ['nothing', {}, {}],
])('%s is left out', (_, filters, expected) => {
  expect(filterOf(filters as Record<string, string>)).toEqual(expected);
});

test('an order alone leaves nobody out', () => {
  expect(isNarrowed({ sort: 'level', descending: true })).toBe(false);
  expect(isNarrowed({ search: '  ' })).toBe(false);
  for (const by of [{ search: 'a' }, { states: [STATES[0]] }, { level: 'staff' }, { unseen_days: 7 }]) {
    expect(isNarrowed(by)).toBe(true);
  }
});
