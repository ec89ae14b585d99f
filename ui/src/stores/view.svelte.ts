// One view of the device, asked for again whenever it changed.
import type { Ask, Failure, Replies, ViewName } from '../bindings/contract';
import { onChanged, query } from '../ipc';

const listening = new Map<ViewName, Set<() => unknown>>();

/** Starts hearing what changed; everything on screen follows from then on. */
export async function follow(): Promise<void> {
  await onChanged(({ views }) => {
    for (const view of views) listening.get(view)?.forEach((again) => again());
  });
}

/** Hears one kind of news. */
export function hear(name: ViewName, again: () => unknown): void {
  listening.set(name, (listening.get(name) ?? new Set()).add(again));
}

export class View<K extends keyof Replies> {
  answer = $state.raw<Replies[K] | null>(null);
  failure = $state.raw<Failure | null>(null);
  #question: Ask<K> | null = null;
  #asking: Promise<void> | null = null;
  #again = false;

  constructor(follows: ViewName, question?: Ask<K>) {
    hear(follows, () => this.refresh());
    this.#question = question ?? null;
  }

  /** Asks another question; the old answer stays until the new one is here. */
  ask(question: Ask<K> | null): Promise<void> {
    this.#question = question;
    this.failure = null;
    if (question === null) this.answer = null;
    return this.refresh();
  }

  /** Asks again. While an answer is awaited, further wishes become one more question. */
  refresh(): Promise<void> {
    this.#again = this.#asking !== null;
    this.#asking ??= this.#run().finally(() => {
      this.#asking = null;
      // A wish that came after the last look at what is wished for.
      if (this.#again) void this.refresh();
    });
    return this.#asking;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      const question = this.#question;
      if (question === null) continue;
      try {
        const answer = await query<K>(question);
        if (question === this.#question) [this.answer, this.failure] = [answer, null];
        else this.#again = true;
      } catch (failure) {
        if (question === this.#question) this.failure = failure as Failure;
        else this.#again = true;
      }
    } while (this.#again);
  }
}
