// How the device stands with the server.
import type { SyncView } from '../bindings/contract';
import { act } from '../ipc';
import { View } from './view.svelte';

/** Shorter breaks are nobody's concern. */
const PATIENCE = 5_000;

const view = new View('sync', { ask: 'sync' });
let lasting = $state(false);

export function sync(): SyncView | null {
  return view.answer;
}

/** Whether the server has been out of reach for so long that it should be said. */
export function isOffline(): boolean {
  return lasting;
}

export function openSync(): Promise<void> {
  $effect.root(() => {
    const away = $derived(view.answer?.state === 'offline');
    $effect(() => {
      if (!away) return;
      const timer = setTimeout(() => (lasting = true), PATIENCE);
      return () => {
        clearTimeout(timer);
        lasting = false;
      };
    });
  });
  return view.refresh();
}

export function sendNow(): Promise<void> {
  return act({ do: 'sync_now' });
}
