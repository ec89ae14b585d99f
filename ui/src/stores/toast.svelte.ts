// The one short message over the list or in the sheet that lies over it: what was done, what follows, and how to take it back.
import { untrack } from 'svelte';

import type { Failure, Refusal } from '../bindings/contract';
import { t } from '../text/language.svelte';
import { failureText } from '../text/reason';

/** A sentence in the language of now: whoever switches it reads it anew. */
export type Said = () => string;

export type Toast = {
  text: Said;
  /** Heard, not seen: what follows. */
  next: Said | null;
  /** The commands that Undo takes back. */
  undoes: readonly string[];
  /** The opposite act, where the commands have left this computer; it tells what it did itself. */
  back: (() => Promise<unknown>) | null;
  /** Why something was refused, so that the rule can be read. */
  refusal: Refusal | null;
  isBad: boolean;
  lasts: number;
  /** The sheets that were open, the topmost last. */
  sheets: readonly symbol[];
};

const USUAL = 6_000;
/** What can be taken back stays as long as a command is held (UI_SPEC 6). */
const TAKEN_BACK = 10_000;
/** How many acts are gone back through one after the other, each for as long as its message stays. */
const BACK_MOST = 10;

let shown = $state.raw<Toast | null>(null);
/** What can be taken back of what was told, the newest last. */
let kept: readonly { told: Toast; at: number }[] = [];
/** The sheets that are open, the topmost last; each makes inert whatever lies beneath it. */
let sheets = $state.raw<readonly symbol[]>([]);

export function toast(): Toast | null {
  return shown;
}

/** What is told in a sheet, or outside of all: in the topmost of those that were open and still are. */
export function toastIn(sheet: symbol | null): Toast | null {
  const where = shown?.sheets.findLast((one) => sheets.includes(one)) ?? null;
  return where === sheet ? shown : null;
}

/** Opens a sheet, so that what happens from now on is told in it; answers what closes it. */
export function openSheet(sheet: symbol): () => void {
  untrack(() => (sheets = [...sheets, sheet]));
  return () => untrack(() => (sheets = sheets.filter((one) => one !== sheet)));
}

export function dismiss(): void {
  shown = null;
}

type More = Partial<Omit<Toast, 'undoes' | 'sheets'>> & { undoes?: string | readonly string[] };

const isBackable = ({ undoes, back }: Pick<Toast, 'undoes' | 'back'>) => undoes.length > 0 || back !== null;

export function tell(text: Said, { undoes = [], ...more }: More = {}): void {
  const [ids, { back = null }] = [[undoes].flat(), more];
  const can = isBackable({ undoes: ids, back });
  const usual = { next: null, back, refusal: null, isBad: false, lasts: can ? TAKEN_BACK : USUAL };
  const told = { text, undoes: ids, sheets: untrack(() => sheets), ...usual, ...more };
  shown = told;
  if (can) kept = [...kept, { told, at: performance.now() }].slice(-BACK_MOST);
}

/** The newest of what can be taken back by a key: as long as its message stays, also where a later one took its place.
 * Afterwards the palette offers it. */
export function lastTold(can: (told: Toast) => boolean): Toast | null {
  const now = performance.now();
  return kept.findLast(({ told, at }) => (told === shown || now - at < told.lasts) && can(told))?.told ?? null;
}

/** What is taken back is not taken back a second time. */
export function forget(taken: Toast): void {
  kept = kept.filter(({ told }) => told !== taken);
}

/** Somebody else sits here now: nothing of what was told before is taken back in their name. */
export function forgetTold(): void {
  kept = [];
  untrack(() => {
    if (shown && isBackable(shown)) shown = null;
  });
}

export function complain(failure: unknown): void {
  const { refusal = null } = failure as Partial<Failure>;
  tell(() => failureText(failure as Failure), { isBad: true, refusal });
}

/** What was done; where only the server can judge it, that is said, too. */
export function doneOr(isCertain: boolean, done: Said): Said {
  return () => (isCertain ? done() : `${done()} ${t('to-be-checked')}`);
}
