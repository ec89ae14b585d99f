// Why a level is proposed for a request, as far as the levels tell it.
import type { LevelChoice } from '../../bindings/contract';

export type Because = 'lowest' | 'settings' | 'nearest';

/** Nothing lower may be given; else it is what the settings say, or the nearest to that where not every level may be. */
export function because(proposed: LevelChoice, levels: readonly LevelChoice[]): Because {
  const givable = levels.filter(({ refusal }) => !refusal);
  if (givable.every(({ permissions }) => permissions.length >= proposed.permissions.length)) return 'lowest';
  return givable.length === levels.length ? 'settings' : 'nearest';
}
