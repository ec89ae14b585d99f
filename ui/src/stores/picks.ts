// Which level approving gives: what was chosen for somebody, by name, or by its place where their levels are not here yet.
import type { LevelChoice, RequestView } from '../bindings/contract';

/** A level, or where it stands among those of somebody whose levels are not here yet. */
export type Pick = string | number;

/** The level that a choice means. */
export function pickedOf({ levels }: RequestView, pick: Pick | null): LevelChoice | null {
  return (typeof pick === 'number' ? levels[pick] : levels.find(({ level }) => level === pick)) ?? null;
}

/** What is shown as chosen: the choice, if it may be given, else what the rules propose. */
export function shownOf(detail: RequestView, pick: Pick | null): LevelChoice | null {
  const picked = pickedOf(detail, pick);
  return picked && !picked.refusal ? picked : pickedOf(detail, detail.proposed);
}

/** What a key gives that was pressed before anything was shown: the choice and nothing instead of it. */
export function unseenOf(detail: RequestView, pick: Pick | null): LevelChoice | null {
  return pickedOf(detail, pick) ?? shownOf(detail, null) ?? detail.levels[0] ?? null;
}
