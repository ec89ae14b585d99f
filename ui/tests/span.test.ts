// The days that the log is narrowed to, as its address names them.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en'] });
const { named, periodOf } = await import('../src/features/history/span');

const midnight = (month: number, day: number) => new Date(2020, month - 1, day).getTime();

test('both days are shown whole, and read as one sentence', () => {
  const days = named('2020-11-21', '2020-11-27');
  expect(periodOf(days ?? '')).toEqual({
    name: '21 Nov 2020 – 27 Nov 2020',
    begin: midnight(11, 21),
    end: midnight(11, 28),
  });
  expect(periodOf('2020-03-29..2020-03-29')).toMatchObject({ name: '29 Mar 2020', begin: midnight(3, 29) });
});

test('what is no day, or ends before it begins, narrows nothing', () => {
  expect(named('2020-11-27', '2020-11-21')).toBeNull();
  expect(named('', '2020-11-21')).toBeNull();
  for (const days of [undefined, '', 'ever', '2020-11-27..2020-11-21', '2020-11-27']) expect(periodOf(days)).toBeNull();
});

test('days until today have no end', () => {
  expect(periodOf('week')).toMatchObject({ name: 'Last 7 days', end: null });
});
