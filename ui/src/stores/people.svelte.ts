// The people of the organisation that is shown, the one looked at, and those that are ticked.
import { Ticks } from '../components/list/ticks.svelte';
import type { Action, Ask, Command, PeopleFilter, PeopleView, PersonRow, PersonView } from '../bindings/contract';
import { query } from '../ipc';
import { filterOf, filtersOf } from './people-filter';
import { Pieces } from './pieces.svelte';
import { here, move, open } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { Steady } from './steady.svelte';
import { View } from './view.svelte';

type Question = Omit<Ask<'people'>, 'offset' | 'limit'>;

export const keyOf = (row: PersonRow): string => row.membership;

class People {
  readonly list = new Pieces<Question, PersonRow, PeopleView>(['people'], (question, offset, limit) =>
    query<'people'>({ ...question, offset, limit }),
  );
  readonly #detail = new View<'person'>('people');
  readonly #choices = new View<'another_level'>('people');
  /** What the panel shows; others may change it meanwhile. */
  readonly panel = new Steady<PersonView>({
    key: ({ row }) => row.membership,
    look: ({ row, grant, visible, contacts }) => [row.name, row.position, row.state, grant, visible, contacts],
    signed: ({ signed }) => signed,
    pending: ({ row }) => row.pending,
  });
  readonly ticks = new Ticks<PersonRow>(keyOf);
  #near = 0;

  readonly filter = $derived(filterOf(here().screen === 'people' ? here().filters : {}));
  readonly #wanted = $derived(here().screen === 'people' ? here().id : null);
  /** Where the one looked at stands; -1 when nobody is, or not in this list, or not here yet. */
  readonly index = $derived.by(() => {
    const wanted = this.#wanted;
    return wanted === null ? -1 : this.list.find((row) => row.membership === wanted, this.#near);
  });
  /** The one looked at, as soon as anything is known. */
  readonly selected = $derived.by((): PersonRow | null => {
    const row = this.index < 0 ? null : (this.list.row(this.index) ?? null);
    return row ?? (this.panel.shown?.row.membership === this.#wanted ? (this.panel.shown?.row ?? null) : null);
  });
  readonly detail = $derived.by((): PersonView | null => {
    const shown = this.panel.shown;
    return shown && shown.row.membership === this.#wanted ? shown : null;
  });
  /** The levels that the one looked at could have instead; none where that cannot be changed. */
  readonly levels = $derived(this.#choices.answer?.levels ?? []);
  /** Why the one that the address names cannot be shown. */
  readonly failure = $derived(this.#wanted === null ? null : this.#detail.failure);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(organisation()?.id);
    const question = $derived.by((): Question | null => {
      if (!isSignedIn() || !id) return null;
      return { ask: 'people', organisation: id, ...this.filter };
    });
    $effect(() => this.list.ask(question));
    const wanted = $derived(this.#wanted);
    $effect(() => {
      void this.#detail.ask(wanted && id ? { ask: 'person', organisation: id, membership: wanted } : null);
      // What could be given to one says nothing of the next.
      void this.#choices.ask(null);
      if (wanted && id) void this.#choices.ask({ ask: 'another_level', organisation: id, memberships: [wanted] });
    });
    $effect(() => this.panel.take(this.#detail.answer));
    $effect(() => {
      if (this.index >= 0) this.#near = this.index;
    });
    $effect(() => {
      void id;
      this.ticks.clear();
    });
  }

  /** Asks another question of the list; what is not named stays. */
  narrow(by: { [K in keyof PeopleFilter]?: PeopleFilter[K] | undefined }): void {
    move({ ...here(), filters: filtersOf({ ...this.filter, ...by } as PeopleFilter) });
  }

  /** Shows everybody again, in the same order. */
  widen(): void {
    const { sort, descending } = this.filter;
    move({ ...here(), filters: filtersOf({ ...(sort ? { sort } : {}), ...(descending ? { descending } : {}) }) });
  }

  async select(index: number): Promise<void> {
    const row = this.list.row(index) ?? (await this.list.need(index));
    if (!row) return;
    this.#near = index;
    open(row.membership);
  }

  close(): void {
    open(null);
  }

  /** What the rules say of doing something to the one looked at. */
  action(command: Command['type']): Action | undefined {
    return this.detail?.actions.find((action) => action.command === command);
  }
}

export const people = new People();
