// The one short message over the list: what was done, what follows, and how to take it back.
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
};

const USUAL = 6_000;

let shown = $state.raw<Toast | null>(null);

export function toast(): Toast | null {
  return shown;
}

export function dismiss(): void {
  shown = null;
}

type More = Partial<Omit<Toast, 'undoes'>> & { undoes?: string | readonly string[] };

export function tell(text: Said, { undoes = [], ...more }: More = {}): void {
  shown = { text, next: null, undoes: [undoes].flat(), back: null, refusal: null, isBad: false, lasts: USUAL, ...more };
}

export function complain(failure: unknown): void {
  const { refusal = null } = failure as Partial<Failure>;
  tell(() => failureText(failure as Failure), { isBad: true, refusal });
}

/** What was done; where only the server can judge it, that is said, too. */
export function doneOr(isCertain: boolean, done: Said): Said {
  return () => (isCertain ? done() : `${done()} ${t('to-be-checked')}`);
}
