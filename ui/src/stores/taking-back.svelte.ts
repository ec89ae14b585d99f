// Taking back what was just done: the commands themselves while they are here, else by the opposite act.
import type { Failure } from '../bindings/contract';
import { t } from '../text/language.svelte';
import { entryOf, lastUndoable, undo, wasTakenBack } from './outbox.svelte';
import { complain, forget, lastTold, tell, type Toast } from './toast.svelte';

/** Whether a message still has a way back. */
export function canTakeBack({ undoes, back }: Toast): boolean {
  return isHere(undoes) || (back !== null && !undoes.some(wasTakenBack));
}

function isHere(undoes: readonly string[]): boolean {
  return undoes.length > 0 && undoes.every((id) => !wasTakenBack(id) && (entryOf(id)?.can_undo ?? true));
}

/** Takes back what was done last; done again, what was done before it. */
export async function takeBackLast(): Promise<void> {
  const last = lastTold(canTakeBack);
  if (last) await takeBackToast(last);
  else await takeBack([lastUndoable()?.id ?? []].flat());
}

/** Takes back what a message tells of. */
export async function takeBackToast(told: Toast): Promise<void> {
  const { undoes, back } = told;
  forget(told);
  if (isHere(undoes) && (await takeBack(undoes, back !== null))) return;
  await back?.().catch(complain);
}

/** Removes commands that have not left this computer, the last one first; answers whether they were still here. */
export async function takeBack(ids: readonly string[], isQuiet = false): Promise<boolean> {
  if (ids.length === 0) return false;
  try {
    for (const id of [...ids].reverse()) await undo(id);
    tell(() => t('undone'));
    return true;
  } catch (failure) {
    if (!isQuiet || (failure as Failure).code !== 'already_sent') complain(failure);
    return (failure as Failure).code !== 'already_sent';
  }
}
