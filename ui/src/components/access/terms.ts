// The ready-made ends of access, by the calendar of this computer: each ends at a midnight.
export type Term = 'never' | 'week' | 'trial' | 'date';

export const TERMS: readonly Term[] = ['never', 'week', 'trial', 'date'];

/** Days that a trial lasts, today included. */
const TRIAL = 14;

function midnightIn(days: number, now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

/**
 * When a term ends; none for one without an end. A week ends with its Sunday, a date begins as tomorrow, or as the day
 * after where the week ends tomorrow.
 */
export function endOfTerm(term: Term, now: number): number | null {
  switch (term) {
    case 'never':
      return null;
    case 'week':
      return midnightIn(8 - (new Date(now).getDay() || 7), now);
    case 'trial':
      return midnightIn(TRIAL, now);
    case 'date':
      return midnightIn(endOfTerm('week', now) === midnightIn(2, now) ? 3 : 2, now);
  }
}

/** Which term an end is. */
export function termOf(end: number | null, now: number): Term {
  return TERMS.find((term) => term !== 'date' && endOfTerm(term, now) === end) ?? 'date';
}
