// How the device stands with the server, and what of it is worth saying.
import type { SyncView } from '../bindings/contract';
import { act } from '../ipc';
import { t } from '../text/language.svelte';
import { tell } from './toast.svelte';
import { View } from './view.svelte';

/** Shorter breaks are nobody's concern. */
const PATIENCE = 5_000;
/** What is settled sooner is not worth a word. */
const QUIET = 2_200;

const view = new View('sync', { ask: 'sync' });
let lasting = $state(false);
let working = $state(false);
/** Whether the device has come to rest since the window opened. */
let rested = $state(false);
/** How many there were when sending began. */
let batch = $state(0);

export function sync(): SyncView | null {
  return view.answer;
}

/** Whether the server has been out of reach for so long that it should be said. */
export function isOffline(): boolean {
  return lasting;
}

/** Whether something has been on its way for so long that it should be said; what is being updated at the start is at once. */
export function isWorking(): boolean {
  return working || !rested;
}

/** How many of those that are being sent have arrived. */
export function sending(): { done: number; count: number } | null {
  const unsent = view.answer?.unsent ?? 0;
  return working && unsent > 0 ? { done: Math.max(0, batch - unsent), count: Math.max(batch, unsent) } : null;
}

export function openSync(): Promise<void> {
  $effect.root(() => {
    const away = $derived(view.answer?.state === 'offline');
    const busy = $derived(view.answer?.state === 'working');
    $effect(() => {
      if (view.answer && view.answer.state !== 'working') rested = true;
    });
    later(
      () => away,
      PATIENCE,
      (is) => (lasting = is),
    );
    later(
      () => busy,
      QUIET,
      (is) => (working = is),
    );
    $effect(() => {
      const unsent = view.answer?.unsent ?? 0;
      batch = unsent === 0 ? 0 : Math.max(batch, unsent);
    });
    tellWhenBack();
  });
  return view.refresh();
}

/** Says so once something has been the case for a while, and at once when it is over. */
function later(is: () => boolean, after: number, say: (is: boolean) => void): void {
  $effect(() => {
    if (!is()) return;
    const timer = setTimeout(() => say(true), after);
    return () => {
      clearTimeout(timer);
      say(false);
    };
  });
}

/** One message when everything that waited for the connection has arrived; none where nothing waited. */
function tellWhenBack(): void {
  let waited = false;
  $effect(() => {
    const { state, unsent } = view.answer ?? { state: 'idle', unsent: 0 };
    if (state === 'offline' && unsent > 0 && lasting) waited = true;
    if (state === 'idle' && unsent === 0 && waited) {
      waited = false;
      tell(() => t('everything-sent'));
    }
  });
}

export function sendNow(): Promise<void> {
  return act({ do: 'sync_now' });
}
