// Commands made on this computer, and what became of each.
import type { Command, OutboxEntry, OutboxView } from '../bindings/contract';
import { act, execute } from '../ipc';
import { isSignedIn } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

const view = new View<'outbox'>('outbox');
let askedAt = $state(performance.now());

export function outbox(): OutboxView | null {
  return view.answer;
}

export function openOutbox(): void {
  $effect.root(() => {
    $effect(() => {
      if (view.answer) askedAt = performance.now();
    });
    $effect(() => {
      void view.ask(isSignedIn() ? { ask: 'outbox' } : null);
    });
  });
}

/** The instant, on the clock of `performance.now`, at which a hold ends. */
export function holdEnds(entry: OutboxEntry): number | null {
  return entry.state.is === 'held' ? askedAt + entry.state.ms : null;
}

export function entryOf(id: string): OutboxEntry | undefined {
  return view.answer?.entries.find((entry) => entry.id === id);
}

/** The command made last that can still be taken back. */
export function lastUndoable(): OutboxEntry | undefined {
  return view.answer?.entries.find(({ id, can_undo }) => can_undo && !takenBack.has(id));
}

const takenBack = new Set<string>();

/** Whether a command was taken back here. */
export const wasTakenBack = (id: string): boolean => takenBack.has(id);

export async function undo(id: string): Promise<void> {
  await act({ do: 'undo', id });
  takenBack.add(id);
}
export const discard = (id: string): Promise<void> => act({ do: 'discard', id });
export const retry = (id: string): Promise<void> => act({ do: 'retry', id });

/** Gives a command and tells what it does, with the way back: the command itself while it is here, then the opposite.
 * Answers whether it was given. */
export async function give(
  organisation: string,
  command: Command,
  done: Said,
  back: (() => Promise<unknown>) | null = null,
): Promise<boolean> {
  return inTurn(async () => {
    try {
      const { id, certain, held_ms } = await execute(organisation, command);
      tell(doneOr(certain, done), {
        undoes: [id],
        back,
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
      });
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  });
}
