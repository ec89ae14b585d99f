// Closing the program while nothing is written to disk: the person is asked first.
import { act } from '../ipc';
import { hear } from './view.svelte';

let asked = $state(false);
hear('closing', () => (asked = true));

/** Whether the program was asked to close and waits for an answer. */
export function isClosing(): boolean {
  return asked;
}

export function stayOpen(): void {
  asked = false;
}

export async function closeAnyway(): Promise<void> {
  asked = false;
  await act({ do: 'close' });
}
