// The requests that wait, the one looked at, and deciding it.
import { untrack } from 'svelte';

import { Ticks } from '../components/list/ticks.svelte';
import type { Action, Ask, Command, LevelChoice, RequestRow, RequestsView, RequestView } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { nameOf } from '../text/name';
import { levelName } from '../text/reason';
import { wasTakenBack } from './outbox.svelte';
import { Pieces } from './pieces.svelte';
import { pickedOf, shownOf, unseenOf, type Pick } from './picks';
import { filtersOfPart, partOf, requestsFilterOf, type Part } from './requests-filter';
import { here, move, open } from './route.svelte';
import { isSignedIn, organisation, recount } from './session.svelte';
import { putOff } from './snoozing';
import { Steady } from './steady.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';
import { wake } from './waking';

export type Decision = 'approve_request' | 'decline_request';
type Question = Omit<Ask<'requests'>, 'offset' | 'limit'>;

/** A decision, and how it is told. */
type Deed = { command: Command; done: Said };

function approval(row: RequestRow, { level, name }: LevelChoice): Deed {
  const done = () => t('approved', { name: nameOf(row), level: levelName(level, name) });
  return { command: { type: 'approve_request', membership: row.membership, grant: { level } }, done };
}

export const keyOf = (row: RequestRow): string => row.membership;

class Requests {
  readonly list = new Pieces<Question, RequestRow, RequestsView>(['requests'], (question, offset, limit) =>
    query<'requests'>({ ...question, offset, limit }),
  );
  readonly #detail = new View<'request'>('requests');
  /** What the panel shows; others may decide meanwhile. */
  readonly panel = new Steady<RequestView>({
    key: ({ row }) => row.membership,
    look: ({ row, status, note, answers, contacts }) => [row.name, row.position, status, note, answers, contacts],
    signed: ({ decided }) => decided,
    pending: ({ pending }) => pending,
  });
  readonly ticks = new Ticks<RequestRow>(keyOf);
  #pick = $state.raw<{ membership: string; pick: Pick } | null>(null);
  /** Who was decided here and may not have left the list yet, each with the command once it is given. */
  readonly #decided = new Map<string, string | null>();
  /** Where the selected one stood last, for when it leaves the list by somebody else's hand. */
  #near = 0;

  readonly #filters = $derived(here().screen === 'requests' ? here().filters : {});
  readonly search = $derived(this.#filters['search'] ?? '');
  readonly part = $derived(partOf(this.#filters));
  /** Whether what is shown needs care and is no request. */
  readonly isCare = $derived(this.part === 'care');
  /** How the list of requests is narrowed. */
  readonly filter = $derived(requestsFilterOf(this.isCare ? {} : this.#filters));
  readonly isNarrowed = $derived(this.part !== 'all' || this.search.trim() !== '');
  readonly #wanted = $derived(here().screen === 'requests' && !this.isCare ? here().id : null);
  /** Where the selected one stands; -1 when it is not in the list or not here yet: nobody else takes their place. */
  readonly index = $derived.by(() => {
    const wanted = this.#wanted;
    if (wanted === null) return Math.min(0, this.list.count - 1);
    return this.list.find((row) => row.membership === wanted, this.#near);
  });
  readonly selected = $derived.by((): RequestRow | null => {
    if (this.isCare) return null;
    if (this.index >= 0) return this.list.row(this.index) ?? null;
    return this.list.question !== null && this.panel.shown?.row.membership === this.#wanted
      ? (this.panel.shown?.row ?? null)
      : null;
  });
  /** All about the selected one, as soon as it is here. */
  readonly detail = $derived.by((): RequestView | null => {
    const shown = this.panel.shown;
    return shown && shown.row.membership === this.selected?.membership ? shown : null;
  });
  /** What somebody else made of the one that is shown meanwhile. */
  readonly newer = $derived(this.detail && this.panel.newer);
  /** The level that approving gives: what was chosen for this person, else what the rules propose. */
  readonly level = $derived(this.detail && shownOf(this.detail, this.#pickOf(this.detail.row)));

  open(): void {
    $effect.root(() => {
      const question = $derived.by((): Question | null => {
        if (!isSignedIn()) return null;
        const id = organisation()?.id;
        return { ask: 'requests', ...(id ? { organisation: id } : {}), ...this.filter };
      });
      $effect(() => this.list.ask(question));
      const asked = $derived(this.#asked());
      const of = $derived(asked?.organisation);
      const membership = $derived(asked?.membership);
      $effect(() => {
        void this.#detail.ask(of && membership ? { ask: 'request', organisation: of, membership } : null);
      });
      $effect(() => this.panel.take(this.#detail.answer));
      // An address may name somebody who is shown here no more.
      $effect(() => {
        const isSought = this.#wanted !== null && asked?.membership === this.#wanted && this.selected === null;
        if (isSought && this.#detail.failure?.code === 'not_found')
          untrack(() => (tell(() => t('seen-no-more')), open(null)));
      });
      // A place means what stood there when the levels came.
      $effect(() => {
        const { detail } = this;
        const pick = detail && this.#pickOf(detail.row);
        if (detail && typeof pick === 'number') this.#keep(detail.row, pickedOf(detail, pick)?.level ?? null);
      });
      $effect(() => {
        if (this.index >= 0) this.#near = this.index;
      });
      $effect(() => {
        if (this.list.answer) for (const id of this.#decided.keys()) if (!this.#isListed(id)) this.#decided.delete(id);
      });
      // Whoever was put off is back when their time has come, without anything having happened.
      $effect(() => wake(this.list.answer?.wakes_in_ms, () => (this.list.refresh(), void recount())));
      const desk = $derived(organisation()?.id);
      $effect(() => {
        void desk;
        this.ticks.clear();
      });
    });
  }

  #isListed(membership: string): boolean {
    return this.list.find((row) => row.membership === membership, this.#near) >= 0;
  }

  /** Whose details are asked for: the selected one's, or those of an address that names somebody outside the list. */
  #asked(): { organisation: string; membership: string } | null {
    const [wanted, own] = [this.#wanted, organisation()?.id];
    const row = this.selected;
    if (row && (wanted === null || row.membership === wanted || !own)) return row;
    return wanted !== null && own ? { organisation: own, membership: wanted } : row;
  }

  /** Shows another part of the list, or what a search finds in it. */
  narrow(by: { search?: string; part?: Part }): void {
    const { search = this.search, part = this.part } = by;
    move({ ...here(), id: null, filters: filtersOfPart(part, search) });
  }

  /** Ticks everybody in the part that is shown. */
  async tickAll(told?: (done: number) => void): Promise<void> {
    try {
      this.ticks.add(await this.list.between(0, this.list.count, told));
    } catch (failure) {
      complain(failure);
    }
  }

  select(row: RequestRow | undefined): void {
    if (row) open(row.membership);
  }

  /** Goes to a place in the list. */
  async goTo(index: number): Promise<void> {
    const row = this.list.row(index) ?? (await this.list.need(index));
    if (row) this.#near = index;
    this.select(row);
  }

  /** Goes on in the list, also from somebody who has left it. */
  step(by: number): void {
    const from = this.index >= 0 ? this.index : this.#near - Math.max(0, by);
    void this.goTo(Math.min(this.list.count - 1, Math.max(0, from + by)));
  }

  /** Chooses a level for the selected person, if it may be given. */
  choose(choice: LevelChoice | undefined): void {
    if (choice && !choice.refusal && this.selected) this.#keep(this.selected, choice.level);
  }

  /** Chooses the level at a place; before the levels are here, it is kept for when they are. */
  chooseAt(place: number): void {
    if (this.detail) this.choose(this.detail.levels[place]);
    else if (this.selected) this.#keep(this.selected, place);
  }

  #keep(row: RequestRow, pick: Pick | null): void {
    this.#pick = pick === null ? null : { membership: row.membership, pick };
  }

  #pickOf(row: RequestRow): Pick | null {
    return this.#pick?.membership === row.membership ? this.#pick.pick : null;
  }

  /** Turns away from those who were decided together: whoever of them is open is not looked at any more. */
  leave(decided: readonly RequestRow[]): void {
    this.ticks.drop(decided);
    if (decided.some(({ membership }) => membership === this.#wanted)) open(null);
  }

  /** What the rules say of deciding the selected one. */
  action(command: Decision): Action | undefined {
    return this.selected?.actions.find((action) => action.command === command);
  }

  may(command: Decision): boolean {
    const action = this.action(command);
    return action !== undefined && action.refusal === null && this.newer === null;
  }

  /**
   * Approves the selected one; with `alike` the next one is proposed the same level. Where all about them is not here
   * yet, the list goes on at once and the approval waits for it.
   */
  async approve(alike = false): Promise<void> {
    const [row, detail, next] = [this.selected, this.detail, this.#next()];
    if (!row || this.newer) return;
    const pick = this.level?.level ?? this.#pickOf(row);
    const level = detail && unseenOf(detail, pick);
    const refusal = this.action('approve_request')?.refusal ?? level?.refusal;
    if (refusal) return complain({ refusal });
    if (alike && next && (detail || next.organisation === row.organisation)) this.#keep(next, pick);
    await this.#decide(row, next, async () => approval(row, level ?? (await this.#unseen(row, pick))));
  }

  /** The level of somebody who was decided before all about them was here. */
  async #unseen({ organisation, membership }: RequestRow, pick: Pick | null): Promise<LevelChoice> {
    const level = unseenOf(await query<'request'>({ ask: 'request', organisation, membership }), pick);
    if (!level || level.refusal) throw Object.assign(new Error('refused'), { refusal: level?.refusal ?? null });
    return level;
  }

  async decline(reason: string): Promise<void> {
    const row = this.selected;
    if (!row || !this.may('decline_request')) return;
    const { membership } = row;
    const done = () => t('declined', { name: nameOf(row) });
    const deed: Deed = { done, command: { type: 'decline_request', membership, reason } };
    await this.#decide(row, this.#next(), () => Promise.resolve(deed));
  }

  /** Puts the selected one or those that are ticked off until an instant, or shows them again; nobody else hears of it. */
  async snooze(until: number | null, ticked?: readonly RequestRow[]): Promise<void> {
    const [row, next] = [this.selected, this.#next()];
    if (ticked) {
      this.leave(ticked);
      await putOff(ticked, until, (left) => this.ticks.add(left));
    } else if (row) {
      open(next?.membership ?? null);
      this.ticks.drop([row]);
      await putOff([row], until, () => this.select(row));
    }
  }

  /** Who follows in the list, else who stands before; whoever was decided a moment ago may still stand there. */
  #next(): RequestRow | undefined {
    return this.#towards(1) ?? this.#towards(-1);
  }

  #towards(by: 1 | -1): RequestRow | undefined {
    let at = this.index + by;
    while (this.#isDecided(this.list.row(at))) at += by;
    return this.list.row(at);
  }

  #isDecided(row: RequestRow | undefined): boolean {
    const command = row && this.#decided.get(row.membership);
    return command !== undefined && (command === null || !wasTakenBack(command));
  }

  /** The next row is selected before anything is answered: the keyboard never waits. */
  async #decide(row: RequestRow, next: RequestRow | undefined, made: () => Promise<Deed>): Promise<void> {
    const left = this.list.count - 1;
    this.#decided.set(row.membership, null);
    open(next?.membership ?? null);
    this.ticks.drop([row]);
    await inTurn(async () => {
      try {
        const { command, done } = await made();
        const { id, certain, held_ms } = await execute(row.organisation, command);
        if (this.#decided.has(row.membership)) this.#decided.set(row.membership, id);
        const heard = () => (next ? t('next-request', { name: nameOf(next), count: left }) : t('no-requests'));
        tell(doneOr(certain, done), { undoes: id, next: heard, ...(held_ms > 0 ? { lasts: held_ms } : {}) });
      } catch (failure) {
        this.#decided.delete(row.membership);
        this.select(row);
        complain(failure);
      }
    });
  }
}

export const requests = new Requests();
