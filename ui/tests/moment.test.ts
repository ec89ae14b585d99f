// How long somebody has waited is told by the calendar, so that no two ages of a list contradict each other.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en'] });
const { waited } = await import('../src/text/moment');

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const NOW = at(21, 20, 50);

test.each([
  ['less than a minute', at(21, 20, 50) - 5_000, 'just now'],
  ['minutes', at(21, 20, 41), '9 min'],
  ['today', at(21, 12, 17), '12:17'],
  ['yesterday, less than a day ago', at(20, 23, 11), 'yesterday, 23:11'],
  ['yesterday, more than a day ago', at(20, 8, 5), 'yesterday, 08:05'],
  ['the day before, less than two days ago', at(19, 23, 0), '2 days'],
  ['a week ago', at(14, 22, 0), '7 days'],
])('%s', (_, since, said) => {
  expect(waited(since, NOW).replace(/[\u2068\u2069]/g, '')).toBe(said);
});
