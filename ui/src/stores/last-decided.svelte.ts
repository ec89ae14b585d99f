// About whom it was decided last, and when: by the history where it may be read, else by what this computer sent.
import type { HistoryEntry, OutboxEntry } from '../bindings/contract';
import { query } from '../ipc';
import { outbox } from './outbox.svelte';
import { organisation } from './session.svelte';
import { hear } from './view.svelte';

type Decided = { name: string | null; at: number };

const EVENTS = ['request_approved', 'request_declined'];
const COMMANDS = ['approve_request', 'decline_request'];
/** Decisions further back than this are no news. */
const FAR = 100;

/** Whom this computer decided about last; `own` leaves others' organisations out. */
export function decidedHere(entries: readonly OutboxEntry[], own: string | undefined): Decided | null {
  const made = entries.find(
    ({ command, state, organisation }) =>
      COMMANDS.includes(command.type) && state.is !== 'refused' && (!own || organisation === own),
  );
  return made ? { name: made.subject, at: made.made_at } : null;
}

/** Whom anybody decided about last. */
export function decidedThere(entries: readonly HistoryEntry[]): Decided | null {
  const last = entries.find(({ kind }) => EVENTS.includes(kind));
  return last ? { name: last.subject, at: last.at } : null;
}

class LastDecided {
  #told = $state.raw<Decided | null>(null);
  #of: string | null = null;

  /** The last decision in the organisation that is shown. */
  readonly now = $derived.by((): Decided | null => {
    const mine = decidedHere(outbox()?.entries ?? [], organisation()?.id);
    const told = this.#told;
    return mine && (!told || mine.at > told.at) ? mine : told;
  });

  constructor() {
    hear('history', () => this.#ask());
    hear('requests', () => this.#ask());
  }

  /** Asks while somebody looks; call it where it is shown. */
  follow(): void {
    $effect(() => {
      const own = organisation();
      this.#of = own?.may.history ? own.id : null;
      this.#told = null;
      void this.#ask();
      return () => (this.#of = null);
    });
  }

  async #ask(): Promise<void> {
    const of = this.#of;
    if (of === null) return;
    try {
      const { entries } = await query<'history'>({ ask: 'history', organisation: of, limit: FAR });
      if (of === this.#of) this.#told = decidedThere(entries);
    } catch {
      // Without it the screen says what it says to whoever reads no history.
    }
  }
}

export const lastDecided = new LastDecided();
