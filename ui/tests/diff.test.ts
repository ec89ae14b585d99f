// What differs between two grants is said in full, and only what differs.
import { expect, test } from 'vitest';

import { changedParts } from '../src/components/diff/grant';

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
