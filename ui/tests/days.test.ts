// A last day is a whole day: whoever picks it is in until midnight.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en'] });
const { beginning, dayOf, distance, ending, endOf } = await import('../src/text/days');

const HOUR = 3_600_000;

test.each(['2026-11-30', '2026-12-31', '2028-02-29', '2026-03-29'])('the last day %s is found again', (day) => {
  const end = endOf(day);
  expect(end).not.toBeNull();
  expect(dayOf(end)).toBe(day);
  expect(new Date(end ?? 0).getHours(), 'it ends at midnight, also when clocks are changed').toBe(0);
});

test('no day is no end', () => {
  expect(endOf('')).toBeNull();
  expect(dayOf(null)).toBe('');
});

test('how far away something is fits what it is', () => {
  const now = Date.UTC(2026, 10, 21, 12);
  expect(distance(now - 5 * 60_000, now)).toBe('5 min ago');
  expect(distance(now - 3 * HOUR, now)).toBe('3 hr ago');
  expect(distance(now + 50 * HOUR, now)).toBe('in 2 days');
  expect(distance(now - 90 * 24 * HOUR, now), 'far away, a date says more').toBe('23 Aug');
});

test('an end at midnight is said by its last day, another one by the minute', () => {
  const midnight = new Date(2027, 0, 1).getTime();
  expect(ending(midnight)).toBe('31 December 2026');
  expect(beginning(midnight)).toBe('1 January 2027');
  expect(ending(midnight + 90 * 60_000)).toBe('1 January 2027, 01:30');
});
