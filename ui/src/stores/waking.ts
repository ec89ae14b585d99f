// What time alone changes: an answer says in how long that is, and is asked for again then.

/** It is looked again after this long at the latest: timers stand still while the computer sleeps. */
const LATEST = 60_000;

/** Looks again when an answer says so, and is begun anew with every answer. Answers what ends it. */
export function wake(inMs: number | null | undefined, look: () => void): (() => void) | undefined {
  if (inMs === null || inMs === undefined) return undefined;
  const again = () => {
    timer = setTimeout(again, LATEST);
    look();
  };
  let timer = setTimeout(again, Math.min(inMs, LATEST));
  return () => clearTimeout(timer);
}
