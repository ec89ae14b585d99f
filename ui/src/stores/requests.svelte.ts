// The requests that wait, the one looked at, and deciding it.
import type { Action, Ask, Command, LevelChoice, RequestRow, RequestView } from '../bindings/contract';
import { execute } from '../ipc';
import { t } from '../text/language.svelte';
import { levelName } from '../text/reason';
import { here, open } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, tell } from './toast.svelte';
import { View } from './view.svelte';

export type Decision = 'approve_request' | 'decline_request';

/** How many rows are asked for at first, and how many more when the end is near. */
const PAGE = 200;
/** The device answers no more at once; who decides a thousand sees the next ones come up. */
const MOST = 1_000;

class Requests {
  readonly list = new View<'requests'>('requests');
  readonly #detail = new View<'request'>('requests');
  #limit = $state(PAGE);
  #level = $state<{ membership: string; level: string } | null>(null);

  readonly rows = $derived(this.list.answer?.rows ?? []);
  readonly selected = $derived.by(() => {
    const place = here();
    const wanted = place.screen === 'requests' ? place.id : null;
    return this.rows.find((row) => row.membership === wanted) ?? this.rows[0] ?? null;
  });
  readonly index = $derived(this.selected ? this.rows.indexOf(this.selected) : -1);
  /** All about the selected one, as soon as it is here. */
  readonly detail = $derived.by((): RequestView | null => {
    const answer = this.#detail.answer;
    return answer && answer.row.membership === this.selected?.membership ? answer : null;
  });
  /** The level that approving gives: what was chosen for this person, else what the rules propose. */
  readonly level = $derived.by((): LevelChoice | null => {
    const detail = this.detail;
    const wanted = this.#level?.membership === detail?.row.membership ? this.#level?.level : detail?.proposed;
    return detail?.levels.find(({ level }) => level === wanted) ?? null;
  });

  open(): void {
    $effect.root(() => {
      $effect(() => {
        const id = organisation()?.id;
        const question: Ask<'requests'> = { ask: 'requests', limit: this.#limit };
        if (id) question.organisation = id;
        void this.list.ask(isSignedIn() ? question : null);
      });
      const asked = $derived(this.selected?.membership);
      $effect(() => {
        const of = this.rows.find((row) => row.membership === asked);
        void this.#detail.ask(of ? { ask: 'request', organisation: of.organisation, membership: of.membership } : null);
      });
    });
  }

  /** Asks for more rows where the one at this position is near the end of those that are here. */
  reach(position: number): void {
    const more = (this.list.answer?.total ?? 0) > this.rows.length;
    if (more && position > this.rows.length - PAGE / 4) this.#limit = Math.min(MOST, this.rows.length + PAGE);
  }

  select(row: RequestRow | undefined): void {
    if (row) open(row.membership);
  }

  step(by: number): void {
    const last = this.rows.length - 1;
    this.reach(this.index + by);
    this.select(this.rows[Math.min(last, Math.max(0, this.index + by))]);
  }

  /** Chooses a level for the selected person, if it may be given. */
  choose(choice: LevelChoice | undefined): void {
    if (choice && !choice.refusal && this.selected) {
      this.#level = { membership: this.selected.membership, level: choice.level };
    }
  }

  /** What the rules say of deciding the selected one. */
  action(command: Decision): Action | undefined {
    return this.selected?.actions.find((action) => action.command === command);
  }

  may(command: Decision): boolean {
    const action = this.action(command);
    return action !== undefined && action.refusal === null;
  }

  async approve(): Promise<void> {
    const [row, level] = [this.selected, this.level];
    if (!row || !level || level.refusal || !this.may('approve_request')) return;
    const done = t('approved', { name: nameOf(row), level: levelName(level.level, level.name) });
    await this.#decide(row, done, {
      type: 'approve_request',
      membership: row.membership,
      grant: { level: level.level },
    });
  }

  async decline(reason: string): Promise<void> {
    const row = this.selected;
    if (!row || !this.may('decline_request')) return;
    await this.#decide(row, t('declined', { name: nameOf(row) }), {
      type: 'decline_request',
      membership: row.membership,
      reason,
    });
  }

  /** The next row is selected before anything is answered: the keyboard never waits. */
  async #decide(row: RequestRow, done: string, command: Command): Promise<void> {
    const next = this.rows[this.index + 1] ?? this.rows[this.index - 1];
    const left = this.rows.length - 1;
    if (next) this.select(next);
    try {
      const { id, certain, held_ms } = await execute(row.organisation, command);
      const heard = next ? t('next-request', { name: nameOf(next), count: left }) : t('no-requests');
      const text = certain ? done : `${done} ${t('to-be-checked')}`;
      tell(text, { undoes: [id], next: heard, ...(held_ms > 0 ? { lasts: held_ms } : {}) });
    } catch (failure) {
      this.select(row);
      complain(failure);
    }
  }
}

/** What somebody is called on screen. */
export function nameOf(row: RequestRow): string {
  return row.name ?? row.contact ?? t('no-name');
}

export const requests = new Requests();
