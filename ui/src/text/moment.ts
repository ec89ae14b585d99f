// Times as people read them, in the language of now.
import { dateFormat } from './formats';
import { language, t } from './language.svelte';

/** Dates as the English of Doorward writes them. */
const region = () => (language() === 'en' ? 'en-GB' : language());

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

function isSameDay(moment: number, now: number): boolean {
  return new Date(moment).toDateString() === new Date(now).toDateString();
}

function midnight(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

function minutes(count: number): string {
  return new Intl.NumberFormat(language(), { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(count);
}

/** 14:02 */
export function clock(moment: number): string {
  return dateFormat(region(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
}

/** 14:02 today, else 21 Nov, 14:02; with the year where it is another. */
export function when(moment: number, now = Date.now()): string {
  return isSameDay(moment, now) ? clock(moment) : date(moment, now);
}

/** 21 Nov, 14:02; with the year where it is another. */
export function date(moment: number, now = Date.now()): string {
  const isThisYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return dateFormat(region(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment);
}

/** How long somebody has waited: 9 min, 12:17 today, "yesterday, 23:11" on the day before, then 3 days as the calendar has them. */
export function waited(since: number, now: number): string {
  const passed = Math.max(0, now - since);
  if (passed < MINUTE) return t('waits-just-now');
  if (passed < 60 * MINUTE) return minutes(Math.floor(passed / MINUTE));
  const days = Math.round((midnight(now) - midnight(since)) / DAY);
  if (days < 1) return clock(since);
  return days === 1 ? t('waits-yesterday', { time: clock(since) }) : t('waits-days', { count: days });
}

/** Whether somebody has waited so long that it should catch the eye. */
export function isLong(since: number, now: number): boolean {
  return now - since > WEEK;
}
