// What the person was told, newest first, and how much of it nobody has read.
import type { BellRow } from '../bindings/contract';
import { act, onPressed } from '../ipc';
import { complain } from './toast.svelte';
import { View } from './view.svelte';

/** Entries that are shown, and that are shown more at once. */
const PART = 200;

const view = new View('bell', { ask: 'bell', limit: PART });
let shown = PART;

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

/** Whether there are older entries than those that are shown. */
export function hasOlder(): boolean {
  return (view.answer?.total ?? 0) > told().length;
}

/** Shows the next older entries, too. */
export async function showOlder(): Promise<void> {
  shown += PART;
  await view.ask({ ask: 'bell', limit: shown });
}

/** Shows the newest alone again. */
export function showNewest(): void {
  if (shown === PART) return;
  shown = PART;
  void view.ask({ ask: 'bell', limit: shown });
}

/** Notes that entries were read; the server hears of it as soon as it can be reached. */
export async function read(rows: readonly BellRow[]): Promise<void> {
  const notices = rows.filter((row) => !row.read).map((row) => row.id);
  if (notices.length > 0) await act({ do: 'read_notices', notices }).catch(complain);
}

/** Notes that everything was read up to the newest entry that is here, shown or not. */
export async function readAll(): Promise<void> {
  const [newest] = told();
  if (newest) await act({ do: 'read_notices_until', until: newest.at }).catch(complain);
}
