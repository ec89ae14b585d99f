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
/** How many acts, and for how long, are gone back through one after the other. */
const BACK = { most: 10, within: 60_000 };

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

export function tell(text: Said, { undoes = [], ...more }: More = {}): void {
  const ids = [undoes].flat();
  const isBackable = ids.length > 0 || Boolean(more.back);
  const usual = { next: null, back: null, refusal: null, isBad: false, lasts: isBackable ? TAKEN_BACK : USUAL };
  const told = { text, undoes: ids, sheets: untrack(() => sheets), ...usual, ...more };
  shown = told;
  if (isBackable) kept = [...kept, { told, at: performance.now() }].slice(-BACK.most);
}

/** The newest of what was told a short while ago that can be taken back. */
export function lastTold(can: (told: Toast) => boolean): Toast | null {
  const now = performance.now();
  return kept.findLast(({ told, at }) => now - at < BACK.within && can(told))?.told ?? null;
}

/** What is taken back is not taken back a second time. */
export function forget(taken: Toast): void {
  kept = kept.filter(({ told }) => told !== taken);
}

export function complain(failure: unknown): void {
  const { refusal = null } = failure as Partial<Failure>;
  tell(() => failureText(failure as Failure), { isBad: true, refusal });
}

/** What was done; where only the server can judge it, that is said, too. */
export function doneOr(isCertain: boolean, done: Said): Said {
  return () => (isCertain ? done() : `${done()} ${t('to-be-checked')}`);
}
