// Letting people into one room beyond what they have: chosen by a search, judged before, one command each.
import type { AccessSubject, AnotherLevelView, Command, PersonRow, PersonView } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { takeBack } from './acting.svelte';
import { MOST } from './many.svelte';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';

/** The room, and nothing else, beyond what somebody has. */
export function withRoom({ row, grant, version }: PersonView, room: string): Command {
  const had = grant ?? { level: row.level ?? 'member' };
  return {
    type: 'change_grant',
    membership: row.membership,
    grant: { ...had, rooms: [...(had.rooms ?? []), room] },
    based_on: version,
  };
}

class LettingIn {
  chosen = $state.raw<readonly PersonRow[]>([]);
  told = $state.raw<AnotherLevelView | null>(null);
  isGiving = $state(false);
  readonly isFull = $derived(this.chosen.length >= MOST);
  /** Those to whom saving opens the room. */
  readonly will = $derived<readonly AccessSubject[]>(
    this.told?.subjects.filter(({ act, refusal, unchanged }) => act !== null && refusal === null && !unchanged) ?? [],
  );

  begin(): void {
    [this.chosen, this.told, this.isGiving] = [[], null, false];
  }

  /** Chooses somebody, or no longer. */
  async choose(row: PersonRow, room: string): Promise<void> {
    const others = this.chosen.filter(({ membership }) => membership !== row.membership);
    this.chosen = others.length < this.chosen.length ? others : [...others, row];
    const [asked, memberships] = [this.chosen, this.chosen.map(({ membership }) => membership)];
    if (asked.length === 0) {
      this.told = null;
      return;
    }
    try {
      const { organisation } = row;
      const told = await query<'another_level'>({ ask: 'another_level', organisation, memberships, room });
      if (asked === this.chosen) this.told = told;
    } catch (failure) {
      complain(failure);
    }
  }

  /** Opens the room to everybody who may be let in; answers whether it was to anybody. */
  give(organisation: string, room: { readonly id: string; readonly name: string }): Promise<boolean> {
    this.isGiving = true;
    return inTurn(() => this.#give(organisation, room)).finally(() => (this.isGiving = false));
  }

  async #give(organisation: string, room: { readonly id: string; readonly name: string }): Promise<boolean> {
    const ids: string[] = [];
    const made: ['change_grant', PersonView][] = [];
    let [held, failed] = [0, null as unknown];
    for (const { membership } of this.will) {
      try {
        const before = await query<'person'>({ ask: 'person', organisation, membership });
        const { id, held_ms } = await execute(organisation, withRoom(before, room.id));
        ids.push(id);
        made.push(['change_grant', before]);
        held = Math.max(held, held_ms);
      } catch (failure) {
        failed = failure;
      }
    }
    if (made.length === 0) {
      if (failed) complain(failed);
      return false;
    }
    tell(() => t('room-let-in-done', { count: made.length, room: room.name }), {
      undoes: ids,
      back: () => takeBack(made),
      ...(held > 0 ? { lasts: held } : {}),
    });
    return true;
  }
}

export const lettingIn = new LettingIn();
