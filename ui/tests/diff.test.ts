// What differs between two grants is said in full, and only what differs.
import { expect, test } from 'vitest';

import { abilities, changedParts, type Known } from '../src/components/diff/grant';

const LEVELS: Known[] = [
  { level: 'staff', name: null, permissions: ['bookings.own'] },
  { level: 'manager', name: null, permissions: ['bookings.own', 'bookings.all', 'clients.view'] },
  { level: 'gone', name: 'Gone', permissions: null },
];
const parts = (...grants: Parameters<typeof changedParts>) => changedParts(...grants).map(({ part }) => part);

test('an equal grant differs in nothing, whatever the order of its lists', () => {
  expect(parts({ level: 'staff', rooms: ['a', 'b'] }, { level: 'staff', rooms: ['b', 'a'], extras: [] })).toEqual([]);
});

test('every part of a grant is named when it changes', () => {
  const before = { level: 'staff' };
  const after = {
    level: 'manager',
    extras: ['sales' as const],
    rooms: ['a'],
    room_sites: ['b'],
    limited_to: ['c'],
    starts_at: 1,
    ends_at: 2,
  };
  expect(parts(before, after)).toEqual(['level', 'extras', 'rooms', 'sites', 'limit', 'starts', 'ends']);
});

test('somebody who had nothing gains everything', () => {
  expect(abilities(null, { level: 'staff' }, LEVELS)).toEqual({ gained: ['bookings.own'], lost: [], same: [] });
});

test('what is kept, gained and lost is told apart, extras included', () => {
  const before = { level: 'staff', extras: ['sales' as const] };
  expect(abilities(before, { level: 'manager' }, LEVELS)).toEqual({
    gained: ['bookings.all', 'clients.view'],
    lost: ['sales'],
    same: ['bookings.own'],
  });
});

test('nothing is claimed of a level that is not known any more', () => {
  expect(abilities({ level: 'gone' }, { level: 'staff' }, LEVELS)).toBeNull();
  expect(abilities({ level: 'never seen' }, { level: 'staff' }, LEVELS)).toBeNull();
});
