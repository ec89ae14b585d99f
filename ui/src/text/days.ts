// Days, and how far away something is, in the language of now.
import { dateFormat, distanceFormat } from './formats';
import { language } from './language.svelte';
import { clock } from './moment';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Further away than this, a date says more. */
const FAR = 60 * DAY;

const region = () => (language() === 'en' ? 'en-GB' : language());

function capitalised(text: string): string {
  return (Array.from(text)[0] ?? '').toLocaleUpperCase(language()) + Array.from(text).slice(1).join('');
}

function midnight(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

/** 21 Nov; with the year where it is another. */
export function shortDay(moment: number, now = Date.now()): string {
  const isThisYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return dateFormat(region(), {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment);
}

/** The last day of something that ends: where it ends at midnight, the day before. */
export function lastDay(end: number, now = Date.now()): string {
  return shortDay(midnight(end) === end ? end - 1 : end, now);
}

/** Today, Yesterday, else Saturday, 21 November; with the year where it is another. */
export function dayName(moment: number, now = Date.now()): string {
  const days = Math.round((midnight(moment) - midnight(now)) / DAY);
  if (days === 0 || days === -1) {
    return capitalised(distanceFormat(language(), { numeric: 'auto' }).format(days, 'day'));
  }
  const isThisYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  const text = dateFormat(region(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment);
  return capitalised(text);
}

/** 5 min ago, in 3 days; a date where it is far away. */
export function distance(moment: number, now = Date.now()): string {
  const away = moment - now;
  const size = Math.abs(away);
  if (size >= FAR) return shortDay(moment, now);
  const written = distanceFormat(region(), { numeric: 'auto', style: 'short' });
  if (size < HOUR) return written.format(Math.trunc(away / MINUTE) || 0, 'minute');
  if (size < DAY) return written.format(Math.trunc(away / HOUR), 'hour');
  return written.format(Math.trunc(away / DAY), 'day');
}

/** 31 December 2026 */
function longDay(moment: number): string {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'long' }).format(moment);
}

/** A beginning: the day where it begins at midnight. */
export function beginning(moment: number): string {
  return midnight(moment) === moment ? longDay(moment) : `${longDay(moment)}, ${clock(moment)}`;
}

/** An end: the last day where it ends at midnight. */
export function ending(moment: number): string {
  return midnight(moment) === moment ? longDay(moment - 1) : `${longDay(moment)}, ${clock(moment)}`;
}

/** 21 Nov 2026, 13:22:07 */
export function precise(moment: number): string {
  return dateFormat(region(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
}

/** The day before an end, as fields of dates write it: a membership that ends at midnight lasts until the day before. */
export function dayOf(end: number | null): string {
  if (end === null) return '';
  const last = new Date(end - 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())}`;
}

/** The midnight that ends a day; none where no day is written. */
export function endOf(day: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + 1).getTime() : null;
}
