// The only file that knows how the window talks to the program behind it: by Tauri, or in tests by loopback HTTP.
import { invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Act, Ask, Changed, Command, Executed, Replies } from './bindings/contract';
import * as loopback from './loopback';

/** A constant of the build, so that what is shipped does not even contain the transport of tests. */
const byLoopback = import.meta.env.MODE === 'loopback' && !isTauri();

function call<T>(name: 'execute' | 'query' | 'act', request: object): Promise<T> {
  return byLoopback ? loopback.call(name, request) : invoke(name, { request });
}

/** Gives a command, or several that are kept together or not at all; what became of each stands in the outbox. Rejects
 * with a `Failure`. */
export function execute(organisation: string, command: Command, ...and: readonly Command[]): Promise<Executed> {
  return call('execute', { organisation, command, ...(and.length > 0 ? { and } : {}) });
}

/** Reads one view. */
export function query<K extends keyof Replies>(question: Ask<K>): Promise<Replies[K]> {
  return call('query', question);
}

/** Does something that is no command of the rules: signing in, undoing, sending now. */
export function act(request: Act): Promise<void> {
  return call('act', request);
}

/** Hears which views changed; they are asked for again. */
export function onChanged(hear: (changed: Changed) => void): Promise<() => void> {
  return byLoopback ? loopback.listen(hear) : listen<Changed>('changed', (event) => hear(event.payload));
}

/** Hears which entry of the bell somebody pressed a notification of; none where it spoke for many. */
export function onPressed(hear: (entry: string | null) => void): Promise<() => void> {
  return byLoopback ? Promise.resolve(() => {}) : listen<string | null>('pressed', (event) => hear(event.payload));
}

/** What somebody chose outside the window, for instance in the tray: a screen, what is open in it, and whose it is. */
export type Wanted = {
  readonly screen: 'requests' | 'invitations' | 'offline';
  readonly id?: string;
  readonly organisation?: string;
};

/** Hears what somebody chose outside the window. */
export function onWanted(hear: (wanted: Wanted) => void): Promise<() => void> {
  return byLoopback ? Promise.resolve(() => {}) : listen<Wanted>('wanted', (event) => hear(event.payload));
}

/** What the program was started with, as the address of the page says. */
export function startedWith(name: 'server'): string | null {
  return new URLSearchParams(location.search).get(name);
}
