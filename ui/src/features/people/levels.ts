// Why no other level can be given to a person, where that is so.
import type { LevelChoice, Refusal } from '../../bindings/contract';

/** The reason that holds for every level; none where at least one can be given. */
export function barredBy(levels: readonly LevelChoice[], now: string | null): Refusal | null {
  const others = levels.filter(({ level }) => level !== now);
  const [first] = others;
  if (!first || others.some(({ refusal }) => refusal === null)) return null;
  const same = others.every(({ refusal }) => refusal?.code === first.refusal?.code);
  return same ? first.refusal : null;
}
