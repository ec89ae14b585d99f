// When those who were put off are shown again: in the morning, before people begin.
const MORNING = 8;

function morning(now: number, days: number): number {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  return at.setHours(MORNING, 0, 0, 0);
}

export function tomorrowMorning(now: number): number {
  return morning(now, 1);
}

/** The next Monday that is not today. */
export function mondayMorning(now: number): number {
  const days = (8 - new Date(now).getDay()) % 7;
  return morning(now, days === 0 ? 7 : days);
}

/** The morning of a day as fields of dates write it; none where no day is written or it has begun. */
export function morningOf(day: string, now: number): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), MORNING).getTime();
  return at > now ? at : null;
}
