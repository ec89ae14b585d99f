// What needs care beside requests: invitations that did not arrive or run out, and access that is about to end.
import { Ticks } from '../components/list/ticks.svelte';
import type { Action, Ask, CareRow, Command } from '../bindings/contract';
import { execute } from '../ipc';
import { t } from '../text/language.svelte';
import { nameOf } from '../text/name';
import { careFilterOf } from './requests-filter';
import { here, narrow, open } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { putOff } from './snoozing';
import { complain, doneOr, tell } from './toast.svelte';
import { inTurn } from './turns';
import { hear, View } from './view.svelte';
import { wake } from './waking';

export const keyOf = (row: CareRow): string => row.membership;

class Care {
  readonly #view = new View<'care'>('requests');
  readonly #letter = new View<'invitation'>('invitations');
  readonly ticks = new Ticks<CareRow>(keyOf);
  /** Where the selected one stood last, for when it leaves the list. */
  #near = 0;

  readonly isShown = $derived(here().screen === 'requests' && here().filters['show'] === 'care');
  /** Whether those that are put off are shown, instead of those that are not. */
  readonly isAsleep = $derived(this.isShown && here().filters['later'] !== undefined);
  readonly search = $derived(this.isShown ? (here().filters['search'] ?? '') : '');
  /** How the list is narrowed. */
  readonly filter = $derived(careFilterOf(this.isShown ? here().filters : {}));
  readonly answer = $derived(this.#view.answer);
  readonly failure = $derived(this.#view.failure);
  readonly rows = $derived(this.answer?.rows ?? []);
  readonly total = $derived(this.answer?.total ?? 0);
  /** Whether there may be more than these, the most urgent. */
  readonly hasMore = $derived(this.answer?.more_than ?? false);
  readonly snoozed = $derived(this.answer?.snoozed ?? 0);
  readonly #wanted = $derived(this.isShown ? here().id : null);
  readonly index = $derived.by(() => {
    const at = this.rows.findIndex((row) => row.membership === this.#wanted);
    return at >= 0 ? at : Math.min(this.#near, this.rows.length - 1);
  });
  readonly selected = $derived(this.rows[this.index] ?? null);

  /** All about the letter of the selected one that did not arrive. */
  readonly letter = $derived(
    this.#letter.answer?.row.membership === this.selected?.membership ? this.#letter.answer : null,
  );

  open(): void {
    $effect.root(() => {
      hear('invitations', () => this.refresh());
      hear('people', () => this.refresh());
      const question = $derived.by((): Ask<'care'> | null => {
        if (!isSignedIn()) return null;
        const id = organisation()?.id;
        return { ask: 'care', ...(id ? { organisation: id } : {}), ...this.filter };
      });
      $effect(() => void this.#view.ask(question));
      const letter = $derived(this.selected?.kind === 'undelivered' ? this.selected : null);
      const of = $derived(letter?.organisation);
      const membership = $derived(letter?.membership);
      $effect(() => {
        void this.#letter.ask(of && membership ? { ask: 'invitation', organisation: of, membership } : null);
      });
      // Time alone makes something end, or due again.
      $effect(() => wake(this.answer?.wakes_in_ms, () => void this.refresh()));
      $effect(() => {
        if (this.index >= 0) this.#near = this.index;
      });
      const desk = $derived(organisation()?.id);
      $effect(() => {
        void [desk, this.isAsleep];
        this.ticks.clear();
      });
    });
  }

  refresh(): Promise<void> {
    return this.#view.refresh();
  }

  showAsleep(on: boolean): void {
    narrow({ later: on ? '1' : null });
  }

  goTo(index: number): void {
    const row = this.rows[index];
    if (row) open(row.membership);
  }

  /** Those of some rows with which this can be done. */
  able(rows: readonly CareRow[], command: Command['type']): readonly CareRow[] {
    return rows.filter((row) => actionOf(row, command)?.refusal === null);
  }

  /** Sends new links, or revokes; whoever it cannot be done with stays. */
  async send(rows: readonly CareRow[], type: 'resend_invitation' | 'revoke_invitation'): Promise<void> {
    const able = this.able(rows, type);
    const [first] = able;
    if (!first) return;
    this.#leave(able);
    const says = type === 'resend_invitation' ? 'invitation-resent' : 'invitation-revoked';
    const all = type === 'resend_invitation' ? 'care-resent' : 'care-revoked';
    const done = () => (able.length === 1 ? t(says, { name: nameOf(first) }) : t(all, { count: able.length }));
    await inTurn(async () => {
      const given: { id: string; certain: boolean; held_ms: number }[] = [];
      try {
        for (const row of able) given.push(await execute(row.organisation, { type, membership: row.membership }));
      } catch (failure) {
        return complain(failure);
      }
      const lasts = Math.max(...given.map(({ held_ms }) => held_ms));
      const isCertain = given.every(({ certain }) => certain);
      tell(doneOr(isCertain, done), {
        undoes: given.map(({ id }) => id),
        ...(lasts > 0 ? { lasts } : {}),
      });
    });
  }

  /** Puts some off until an instant, or shows them again; nobody else hears of it. */
  async snooze(rows: readonly CareRow[], until: number | null): Promise<void> {
    if (rows.length === 0) return;
    const wereTicked = rows.every((row) => this.ticks.has(keyOf(row)));
    this.#leave(rows);
    await putOff(rows, until, (left) => {
      if (wereTicked) this.ticks.add(left);
      else if (left[0]) open(keyOf(left[0]));
    });
  }

  /** The next row is selected before anything is answered: the keyboard never waits. */
  #leave(rows: readonly CareRow[]): void {
    const leaving = new Set(rows.map(keyOf));
    const stays = (row: CareRow) => !leaving.has(keyOf(row));
    const next =
      this.rows.slice(this.index + 1).find(stays) ?? this.rows.slice(0, Math.max(0, this.index)).findLast(stays);
    this.ticks.drop(rows);
    open(next?.membership ?? null);
  }
}

export const care = new Care();

/** What the rules say of doing something. */
export function actionOf(row: CareRow, command: Command['type']): Action | undefined {
  return row.actions.find((action) => action.command === command);
}
