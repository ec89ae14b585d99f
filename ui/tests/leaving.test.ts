// Which rows left a list, so that only they close their gap.
import { expect, test } from 'vitest';

import { left } from '../src/components/list/leaving';

const sight = (keys: string, count: number, from = 0) => ({ count, from, keys: [...keys] });

test.each([
  ['one in the middle', 'abcd', 'acde', 1, { at: 1, many: 1 }],
  ['the first', 'abcd', 'bcde', 1, { at: 0, many: 1 }],
  ['two beside each other', 'abcde', 'adefg', 2, { at: 1, many: 2 }],
  ['the last one there is', 'abcd', 'abc', 1, { at: 3, many: 1 }],
  ['another order is no leaving', 'abcd', 'dcba', 0, null],
  ['another list is no leaving', 'abcd', 'wxyz', 1, null],
  ['two apart are no block', 'abcde', 'bdefg', 2, null],
] as const)('%s', (_, before, after, fewer, expected) => {
  expect(left(sight(before, 20), sight(after, 20 - fewer))).toEqual(expected);
});

test('rows below are counted from the start of the list', () => {
  expect(left(sight('abcd', 90, 40), sight('abde', 89, 40))).toEqual({ at: 42, many: 1 });
});

test('after a scroll nothing closes', () => {
  expect(left(sight('abcd', 90, 40), sight('bcde', 89, 41))).toBeNull();
});
