// What time alone changes: an answer says in how long that is, and is asked for again then.

/** Timers wait no longer than this. */
const LATEST = 2 ** 31 - 1;

/** Looks again when an answer says so, and is begun anew with every answer. Answers what ends it. */
export function wake(inMs: number | null | undefined, look: () => void): (() => void) | undefined {
  if (inMs === null || inMs === undefined) return undefined;
  const timer = setTimeout(look, Math.min(inMs, LATEST));
  return () => clearTimeout(timer);
}
