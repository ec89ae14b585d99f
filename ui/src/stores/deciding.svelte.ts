// Deciding many requests at once: one level for all, exceptions one by one, a command for each.
import { PRESETS, type Equals, type LevelChoice, type RequestRow, type RequestView } from '../bindings/contract';
import { execute, query } from '../ipc';
import type { Locale } from '../text/fluent';
import { doneTo } from './giving';
import { tell } from './toast.svelte';
import { inTurn } from './turns';

/** Each one gets what the rules propose for them. */
export const PROPOSED = 'proposed';
/** Questions under way at once. */
const AT_ONCE = 6;
/** How many times as many are known when it is published again what is. */
const STEP = 1.1;

export type Share = {
  row: RequestRow;
  /** None while it is not here. */
  view: RequestView | null;
  /** Whether it could not be read; it stays as it is. */
  isUnread: boolean;
  /** What this one gets; none when it cannot be given. */
  level: LevelChoice | null;
  isException: boolean;
};

/** Whom somebody of them would equal by what they get, each once. */
export function equalled(shares: readonly Share[]): Equals[] {
  return [...new Set(shares.flatMap(({ level }) => level?.equals ?? []))];
}

class Deciding {
  /** All about everybody who was read. */
  readonly #known = new Map<string, RequestView>();
  /** The same as it was published last. */
  #views = $state.raw<ReadonlyMap<string, RequestView>>(new Map());
  #chosen = $state<string>(PROPOSED);
  #exceptions = $state.raw<ReadonlyMap<string, string>>(new Map());
  #unread = $state.raw<ReadonlySet<string>>(new Set());
  /** How many commands were given, while they are given. */
  given = $state<number | null>(null);
  #round = 0;

  readonly chosen = $derived(this.#chosen);

  /** Reads what is not known yet of those that are ticked; once more what could not be read. */
  async look(rows: readonly RequestRow[]): Promise<void> {
    const round = (this.#round += 1);
    this.#unread = new Set();
    const rest = rows.filter(({ membership }) => !this.#known.has(membership));
    const one = async () => {
      for (let row = rest.shift(); row && round === this.#round; row = rest.shift()) {
        const view = await this.#know(row);
        if (!view && round === this.#round) this.#unread = new Set(this.#unread).add(row.membership);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (round === this.#round) this.#publish();
  }

  /** All about one of them, read where it is not known yet. */
  async #know({ organisation, membership }: RequestRow): Promise<RequestView | null> {
    const known = this.#known.get(membership);
    if (known) return known;
    const view = await query<'request'>({ ask: 'request', organisation, membership }).catch(() => null);
    if (!view) return null;
    this.#known.set(membership, view);
    if (this.#known.size > this.#views.size * STEP) this.#publish();
    return view;
  }

  /** Whatever rests on what is known is worked out anew: of thousands not with each of them. */
  #publish(): void {
    if (this.#known.size !== this.#views.size) this.#views = new Map(this.#known);
  }

  /** The languages that some of them read; none is one that is not known. */
  languages(rows: readonly RequestRow[]): readonly (Locale | null)[] {
    return [...new Set(rows.map(({ membership }) => this.#views.get(membership)?.locale ?? null))];
  }

  /** Forgets what was chosen for the last lot. */
  begin(): void {
    this.#known.clear();
    [this.#views, this.#exceptions, this.#chosen] = [new Map(), new Map(), PROPOSED];
  }

  choose(level: string): void {
    [this.#chosen, this.#exceptions] = [level, new Map()];
  }

  /** Another level for one of them. */
  except(row: RequestRow, level: string): void {
    this.#exceptions = new Map(this.#exceptions).set(row.membership, level);
  }

  /** The levels that can be chosen for all: those of the organisation, over several organisations the presets. */
  levels(rows: readonly RequestRow[]): LevelChoice[] {
    const views = rows.flatMap(({ membership }) => this.#views.get(membership) ?? []);
    const one = new Set(rows.map(({ organisation }) => organisation)).size === 1;
    const known = views[0]?.levels ?? [];
    const common = one ? known : known.filter(({ level }) => PRESETS.some((preset) => preset === level));
    return common.map((choice) => {
      const all = views.map(({ levels }) => levels.find(({ level }) => level === choice.level)?.refusal);
      return { ...choice, refusal: all.some((refusal) => refusal === null) ? null : choice.refusal };
    });
  }

  /** What each of them gets. */
  shares(rows: readonly RequestRow[]): Share[] {
    return rows.map((row) => {
      const view = this.#views.get(row.membership) ?? null;
      const own = this.#exceptions.get(row.membership);
      const wanted = own ?? (this.#chosen === PROPOSED ? view?.proposed : this.#chosen);
      const level = view?.levels.find(({ level, refusal }) => level === wanted && refusal === null) ?? null;
      return { row, view, level, isException: own !== undefined, isUnread: this.#unread.has(row.membership) };
    });
  }

  /** Approves everybody that gets a level. */
  approve(shares: readonly Share[], done: (count: number) => string): Promise<RequestRow[]> {
    const given = shares.flatMap(({ row, level }) => (level ? [{ row, level: level.level }] : []));
    return this.#give(given, done, ({ row, level }) =>
      execute(row.organisation, { type: 'approve_request', membership: row.membership, grant: { level } }),
    );
  }

  /** Declines everybody for one reason, put as each of them reads it. */
  decline(
    rows: readonly RequestRow[],
    reasonIn: (locale: Locale | null) => string,
    done: (count: number) => string,
  ): Promise<RequestRow[]> {
    const all = rows.map((row) => ({ row }));
    return this.#give(all, done, async ({ row }) => {
      const reason = reasonIn((await this.#know(row))?.locale ?? null);
      return execute(row.organisation, { type: 'decline_request', membership: row.membership, reason });
    });
  }

  /** Answers who was decided; the others stay ticked. */
  #give<S extends { row: RequestRow }>(
    given: readonly S[],
    done: (count: number) => string,
    give: (share: S) => ReturnType<typeof execute>,
  ): Promise<RequestRow[]> {
    this.given = 0;
    return inTurn(() => this.#giveAll(given, done, give));
  }

  async #giveAll<S extends { row: RequestRow }>(
    given: readonly S[],
    done: (count: number) => string,
    give: (share: S) => ReturnType<typeof execute>,
  ): Promise<RequestRow[]> {
    const ids: string[] = [];
    const decided: RequestRow[] = [];
    let lasts = 0;
    for (const share of given) {
      try {
        const { id, held_ms } = await give(share);
        ids.push(id);
        decided.push(share.row);
        lasts = Math.max(lasts, held_ms);
      } catch {
        // It stays ticked, and the sentence counts it.
      }
      this.given = (this.given ?? 0) + 1;
    }
    this.given = null;
    tell(() => doneTo(decided.length, given.length - decided.length, done), {
      undoes: ids,
      isBad: decided.length === 0,
      ...(lasts > 0 ? { lasts } : {}),
    });
    return decided;
  }
}

export const deciding = new Deciding();
