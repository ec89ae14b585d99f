// What is opened outside the program, by the device: the page of one's own account, and letters in the mail program.
import { act, onWanted, type Wanted } from '../ipc';
import { complain } from './toast.svelte';

/** Opens the page of the account that is signed in. */
export function openAccount(): Promise<void> {
  return act({ do: 'open_account' }).catch(complain);
}

/** Begins a letter to somebody; the device knows the address. */
export function writeTo(organisation: string, membership: string): Promise<void> {
  return act({ do: 'write_to', organisation, membership }).catch(complain);
}

/** Hears what somebody chose outside the window, for instance in the tray. */
export async function followWanted(hear: (wanted: Wanted) => void): Promise<void> {
  await onWanted(hear);
}
