// Of which days entries are shown: some until today, or from one day to another.
import { endOf, lastDay, shortDay } from '../../text/days';
import { t } from '../../text/language.svelte';

/** How far back entries can be narrowed to by one press. */
export const SPANS = ['today', 'week', 'month'] as const;
type Span = (typeof SPANS)[number];

const SPAN_NAMES: Record<Span, string> = {
  today: 'history-days-today',
  week: 'history-days-week',
  month: 'history-days-month',
};

export function spanName(span: Span): string {
  return t(SPAN_NAMES[span]);
}

/** The first instant of a span of days; today is one of them. */
export function beginOf(span: Span, now = Date.now()): number {
  const days = { today: 0, week: 6, month: 29 }[span];
  const day = new Date(now);
  day.setDate(day.getDate() - days);
  return day.setHours(0, 0, 0, 0);
}

/** Which days, the first instant of them, and the first after them; none where they last until now. */
export type Period = { name: string; begin: number; end: number | null };

/** Two days as an address names them; none where they are no days, or in the wrong order. */
export function named(first: string, last: string): string | null {
  const [begin, end] = [beginning(first), endOf(last)];
  return begin !== null && end !== null && begin < end ? `${first}..${last}` : null;
}

/** The days that an address names. */
export function periodOf(days: string | undefined): Period | null {
  const span = SPANS.find((span) => span === days);
  if (span) return { name: spanName(span), begin: beginOf(span), end: null };
  const [first = '', last = ''] = days?.split('..') ?? [];
  const [begin, end] = [beginning(first), endOf(last)];
  if (begin === null || end === null || begin >= end) return null;
  const [from, to] = [shortDay(begin), lastDay(end)];
  return { name: from === to ? from : `${from} – ${to}`, begin, end };
}

/** The midnight that begins a day. */
function beginning(day: string): number | null {
  const end = endOf(day);
  if (end === null) return null;
  const begin = new Date(end);
  return begin.setDate(begin.getDate() - 1);
}
