// What a panel shows of something that others may change meanwhile: nothing is swapped under the cursor. What this
// account did itself shows at once.
import type { CommandId, Signed } from '../bindings/contract';
import { session } from './session.svelte';

type Reading<T> = {
  /** Which thing an answer is about. */
  key: (of: T) => string;
  /** What somebody would miss if it changed unseen. */
  look: (of: T) => unknown;
  /** Who made it so. */
  signed: (of: T) => Signed | null;
  /** The own command that made what is shown. */
  pending: (of: T) => CommandId | null;
};

export class Steady<T> {
  shown = $state.raw<T | null>(null);
  /** What it has become by somebody else's hand. */
  newer = $state.raw<T | null>(null);
  readonly #reading: Reading<T>;
  /** Who did it, as far as it is told: an old signature says nothing of a new change. */
  readonly by = $derived.by((): Signed | null => (this.newer ? this.#signedAnew(this.newer) : null));

  constructor(reading: Reading<T>) {
    this.#reading = reading;
  }

  take(answer: T | null): void {
    const { key, look } = this.#reading;
    const shown = this.shown;
    const isSame = shown !== null && answer !== null && key(shown) === key(answer);
    if (isSame && !this.#isMine(shown, answer) && written(look(shown)) !== written(look(answer))) this.newer = answer;
    else [this.shown, this.newer] = [answer, null];
  }

  show(): void {
    if (this.newer) [this.shown, this.newer] = [this.newer, null];
  }

  #isMine(shown: T, answer: T): boolean {
    const { pending } = this.#reading;
    if (pending(answer) !== null || pending(shown) !== null) return true;
    const author = this.#signedAnew(answer)?.author;
    return author?.by === 'person' && author.name === session()?.signed_in?.name;
  }

  #signedAnew(answer: T): Signed | null {
    const { signed } = this.#reading;
    const before = this.shown && signed(this.shown);
    return written(before) === written(signed(answer)) ? null : signed(answer);
  }
}

const written = (look: unknown): string => JSON.stringify(look);
