// Letting people into one room beyond what they have: chosen by a search, judged before, one command each.
import type { AccessSubject, AnotherLevelView, PersonRow } from '../bindings/contract';
import { query } from '../ipc';
import { t } from '../text/language.svelte';
import { give } from './giving';
import { MOST } from './many.svelte';
import { complain } from './toast.svelte';
import { inTurn } from './turns';

type Room = { readonly id: string; readonly name: string };

class LettingIn {
  chosen = $state.raw<readonly PersonRow[]>([]);
  /** What the room comes to for those who are chosen; none while that is asked. */
  told = $state.raw<AnotherLevelView | null>(null);
  isGiving = $state(false);
  readonly isFull = $derived(this.chosen.length >= MOST);
  /** Those to whom saving opens the room. */
  readonly will = $derived.by((): readonly AccessSubject[] => {
    const chosen = new Set(this.chosen.map(({ membership }) => membership));
    const may = ({ act, refusal, unchanged }: AccessSubject) => act !== null && refusal === null && !unchanged;
    return this.told?.subjects.filter((it) => chosen.has(it.membership) && may(it)) ?? [];
  });

  begin(): void {
    [this.chosen, this.told, this.isGiving] = [[], null, false];
  }

  /** Chooses somebody, or no longer. */
  async choose(row: PersonRow, room: string): Promise<void> {
    const others = this.chosen.filter(({ membership }) => membership !== row.membership);
    this.chosen = others.length < this.chosen.length ? others : [...others, row];
    await this.#look(row.organisation, room);
  }

  async #look(organisation: string, room: string): Promise<void> {
    // What was told of others says nothing of these.
    this.told = null;
    const asked = this.chosen;
    if (asked.length === 0) return;
    try {
      const memberships = asked.map(({ membership }) => membership);
      const told = await query<'another_level'>({ ask: 'another_level', organisation, memberships, room });
      if (asked === this.chosen) this.told = told;
    } catch (failure) {
      complain(failure);
    }
  }

  /** Opens the room to everybody who may be let in; answers whether it was to anybody. */
  async give(organisation: string, room: Room): Promise<boolean> {
    const { will } = this;
    this.isGiving = true;
    const done = (count: number) => t('room-let-in-done', { count, room: room.name });
    const given = await inTurn(() => give(organisation, will, {}, done)).finally(() => (this.isGiving = false));
    // Whoever was changed by somebody else meanwhile is judged anew.
    if (given.length === 0) await this.#look(organisation, room.id);
    return given.length > 0;
  }
}

export const lettingIn = new LettingIn();
