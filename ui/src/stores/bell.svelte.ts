// What the person was told, newest first, and how much of it nobody has read.
import type { BellRow } from '../bindings/contract';
import { act, onPressed } from '../ipc';
import { complain } from './toast.svelte';
import { View } from './view.svelte';

/** Entries that are shown. */
const MOST = 200;

const view = new View('bell', { ask: 'bell', limit: MOST });

/** Follows what is told; hears when a notification is pressed, with the entry that it tells of, if it is one. */
export async function openBell(pressed: (row: BellRow | null) => void): Promise<void> {
  await onPressed((entry) => pressed(told().find(({ id }) => id === entry) ?? null));
  await view.refresh();
}

export function told(): readonly BellRow[] {
  return view.answer?.rows ?? [];
}

export function unread(): number {
  return view.answer?.unread ?? 0;
}

/** Notes that entries were read; the server hears of it as soon as it can be reached. */
export async function read(rows: readonly BellRow[]): Promise<void> {
  const notices = rows.filter((row) => !row.read).map((row) => row.id);
  if (notices.length > 0) await act({ do: 'read_notices', notices }).catch(complain);
}
