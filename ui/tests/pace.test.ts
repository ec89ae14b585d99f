// How far a batch is and how long the rest takes (UI_SPEC 7.5).
import { expect, test } from 'vitest';

import { Pace, tenthsOf } from '../src/features/import/pace';

test('a tenth is said when it is done, not before', () => {
  expect([tenthsOf(0, 398), tenthsOf(39, 398), tenthsOf(40, 398), tenthsOf(398, 398), tenthsOf(0, 0)]).toEqual([
    0, 0, 1, 10, 0,
  ]);
});

test('nothing is said of a pace that was not seen', () => {
  const pace = new Pace();
  expect(pace.minutesFor(100)).toBe(null);
  pace.see(0, 0);
  pace.see(0, 9_000);
  expect(pace.minutesFor(100), 'nothing was sent yet').toBe(null);
  pace.see(10, 10_000);
  expect(pace.minutesFor(100)).toBe(2);
  expect(pace.minutesFor(0)).toBe(null);
});

test('the pace is that of the last minute, and of this batch alone', () => {
  const pace = new Pace();
  pace.see(0, 0);
  pace.see(10, 100_000);
  pace.see(70, 130_000);
  pace.see(130, 161_000);
  expect(pace.minutesFor(120), '120 in a minute').toBe(2);
  pace.see(0, 170_000);
  expect(pace.minutesFor(120)).toBe(null);
  pace.see(20, 180_000);
  expect(pace.minutesFor(120)).toBe(1);
  pace.rest();
  expect(pace.minutesFor(120)).toBe(null);
});
