// How fast a batch goes, as far as it was seen: what is said of it every tenth, and how long the rest takes at that pace.

/** How many tenths are done. */
export function tenthsOf(done: number, total: number): number {
  return total > 0 ? Math.floor((done * 10) / total) : 0;
}

/** Milliseconds that are looked back at, and how long one looks before anything is said. */
const BACK = 60_000;
const LEAST = 3_000;

export class Pace {
  #seen: { at: number; done: number }[] = [];

  /** So many were done at an instant; fewer than before is another batch. */
  see(done: number, at: number): void {
    const last = this.#seen.at(-1);
    if (last && done < last.done) this.rest();
    if (last?.done !== done) this.#seen.push({ at, done });
    const next = this.#seen[1];
    if (next && at - next.at > BACK) this.#seen.shift();
  }

  /** What went before a pause says nothing of what comes after it. */
  rest(): void {
    this.#seen = [];
  }

  /** How many minutes so many more take, rounded up; none while it is not known. */
  minutesFor(left: number): number | null {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (!first || !last || left === 0 || last.at - first.at < LEAST) return null;
    return Math.ceil((left * (last.at - first.at)) / (last.done - first.done) / 60_000);
  }
}
