// The only file that knows how the window talks to the program behind it.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Act, Ask, Changed, Command, Executed, Replies } from './bindings/contract';

/** Gives a command; what became of it stands in the outbox. Rejects with a `Failure`. */
export function execute(organisation: string, command: Command): Promise<Executed> {
  return invoke('execute', { request: { organisation, command } });
}

/** Reads one view. */
export function query<K extends keyof Replies>(question: Ask<K>): Promise<Replies[K]> {
  return invoke('query', { request: question });
}

/** Does something that is no command of the rules: signing in, undoing, sending now. */
export function act(request: Act): Promise<void> {
  return invoke('act', { request });
}

/** Hears which views changed; they are asked for again. */
export function onChanged(hear: (changed: Changed) => void): Promise<() => void> {
  return listen<Changed>('changed', (event) => hear(event.payload));
}

/** What the program was started with, as the address of the page says. */
export function startedWith(name: 'server'): string | null {
  return new URLSearchParams(location.search).get(name);
}
