// The day of somebody's last sign-in. It travels as the instant at which that day began in UTC.
import { dateFormat, distanceFormat } from './formats';
import { language } from './language.svelte';

const DAY = 86_400_000;

/** today, yesterday, 3 Nov; with the year where it is another. */
export function seen(day: number, now = Date.now()): string {
  const days = Math.round((day - Math.floor(now / DAY) * DAY) / DAY);
  if (days >= -1) return distanceFormat(language(), { numeric: 'auto' }).format(Math.min(0, days), 'day');
  const isThisYear = new Date(day).getUTCFullYear() === new Date(now).getUTCFullYear();
  return dateFormat(language() === 'en' ? 'en-GB' : language(), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(day);
}
