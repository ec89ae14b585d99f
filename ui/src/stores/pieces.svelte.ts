// A list of any length, of which the device answers one piece at a time. What is shown stays until something newer is
// here; answers to questions nobody asks any more are dropped.
import { untrack } from 'svelte';

import type { Failure, ViewName } from '../bindings/contract';
import { hear } from './view.svelte';

export type Piece<T> = { rows: T[]; total: number };
type Fetch<Q, A> = (question: Q, offset: number, limit: number) => Promise<A>;

/** Rows in one piece, and at most in one answer. */
const SIZE = 100;
const MOST = 500;
/** Questions under way at once; further wishes wait, and only the last of them is asked. */
const AT_ONCE = 2;

type Held<Q, T> = {
  question: Q;
  total: number;
  /** By number of the piece, with the round in which it was asked for. */
  pieces: ReadonlyMap<number, { round: number; rows: T[] }>;
};

export class Pieces<Q, T, A extends Piece<T>> {
  /** The newest answer: counts, and whatever else it says beside the rows. */
  answer = $state.raw<A | null>(null);
  failure = $state.raw<Failure | null>(null);
  #held = $state.raw<Held<Q, T> | null>(null);
  readonly #fetch: Fetch<Q, A>;
  #question: Q | null = null;
  #round = 0;
  #wanted = [0, 1] as readonly [number, number];
  #asked = new Map<number, number>();
  #underWay = 0;

  constructor(follows: readonly ViewName[], fetch: Fetch<Q, A>) {
    this.#fetch = fetch;
    for (const view of follows) hear(view, () => this.refresh());
  }

  /** The question that what is shown answers. */
  readonly question = $derived(this.#held?.question ?? null);
  readonly count = $derived(this.#held?.total ?? 0);

  /** One row; none while it is not here yet. */
  row(index: number): T | undefined {
    return this.#held?.pieces.get(Math.floor(index / SIZE))?.rows[index % SIZE];
  }

  /** Where a row is among those that are here; -1 if it is not. `near` is looked at first. */
  find(is: (row: T) => boolean, near = -1): number {
    const close = near < 0 ? undefined : this.row(near);
    if (close !== undefined && is(close)) return near;
    for (const [piece, { rows }] of this.#held?.pieces ?? []) {
      const at = rows.findIndex(is);
      if (at >= 0) return piece * SIZE + at;
    }
    return -1;
  }

  /** Asks another question; what the last one found stays until the first rows of this one are here. */
  ask(question: Q | null): void {
    // The same question in other words is no other question: the list stays where it is.
    if (JSON.stringify(question) === JSON.stringify(this.#question)) return;
    this.#question = question;
    this.#wanted = [0, 1];
    if (question === null) [this.#held, this.answer, this.failure] = [null, null, null];
    this.refresh();
  }

  /** Wishes for the rows that are looked at. */
  reach(from: number, to: number): void {
    this.#wanted = [Math.floor(from / SIZE), Math.max(1, Math.ceil(to / SIZE))];
    untrack(() => this.#pump());
  }

  /** Asks again for what is looked at; the rest is asked again when it is reached. */
  refresh(): void {
    this.#round += 1;
    untrack(() => this.#pump());
  }

  /** One row, asked for if it is not here. */
  async need(index: number): Promise<T | undefined> {
    const question = this.#question;
    if (this.row(index) === undefined && question !== null && index >= 0 && index < this.count) {
      await this.#run(question, Math.floor(index / SIZE));
    }
    return this.row(index);
  }

  /** The rows between two, also those that are not here. */
  async between(from: number, to: number, told?: (done: number) => void): Promise<T[]> {
    const question = this.#question;
    const rows: T[] = [];
    if (question === null) return rows;
    for (let at = from; at < to && question === this.#question; at += MOST) {
      const answer = await this.#fetch(question, at, Math.min(MOST, to - at));
      rows.push(...answer.rows);
      told?.(rows.length);
      if (answer.rows.length === 0) break;
    }
    return rows;
  }

  #pump(): void {
    const question = this.#question;
    if (question === null) return;
    const isNew = this.#held?.question !== question;
    const [first, end] = isNew ? [0, 1] : this.#wanted;
    for (let piece = first; piece < end && this.#underWay < AT_ONCE; piece += 1) {
      const here = isNew ? undefined : this.#held?.pieces.get(piece)?.round;
      const isBeyond = !isNew && piece > 0 && piece * SIZE >= this.count;
      if (here !== this.#round && this.#asked.get(piece) !== this.#round && !isBeyond) void this.#run(question, piece);
    }
  }

  async #run(question: Q, piece: number): Promise<void> {
    const round = this.#round;
    this.#asked.set(piece, round);
    this.#underWay += 1;
    let hasFailed = false;
    try {
      const answer = await this.#fetch(question, piece * SIZE, SIZE);
      if (question === this.#question) this.#take(question, piece, round, answer);
    } catch (failure) {
      hasFailed = question === this.#question;
      if (hasFailed) this.failure = failure as Failure;
    }
    this.#underWay -= 1;
    if (this.#asked.get(piece) === round) this.#asked.delete(piece);
    // What failed is asked again when something changes, not at once for ever.
    if (!hasFailed) this.#pump();
  }

  #take(question: Q, piece: number, round: number, answer: A): void {
    const held = this.#held?.question === question ? this.#held : null;
    if ((held?.pieces.get(piece)?.round ?? -1) > round) return;
    const pieces = new Map(held?.pieces).set(piece, { round, rows: answer.rows });
    this.#held = { question, total: answer.total, pieces };
    [this.answer, this.failure] = [answer, null];
  }
}
