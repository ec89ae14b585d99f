// Whether the organisation knows somebody who may be the one who asks: by the same name, or reached in the same way.
import type { PersonRow, PersonState, PersonView, RequestView } from '../bindings/contract';
import { query } from '../ipc';
import { organisations } from './session.svelte';

/** Somebody who is like whoever asks; `past` says since when they belong no more. */
export type Alike = { row: PersonRow; past: number | null };

const PAST: readonly PersonState[] = ['declined', 'cancelled', 'ended', 'expired'];

/** Whether somebody who stands so was here once. */
export const isPast = ({ state }: PersonRow): boolean => PAST.includes(state);

/** Those who are like whoever asks, but for the request itself. */
export async function similarTo({ row }: RequestView): Promise<readonly Alike[]> {
  const { organisation, membership } = row;
  if (!organisations().some(({ id, may }) => id === organisation && may.people)) return [];
  const { rows } = await query<'similar'>({ ask: 'similar', organisation, membership });
  const since = async (row: PersonRow) => (await everythingOf(row).catch(() => null))?.since ?? null;
  return Promise.all(rows.map(async (row) => ({ row, past: isPast(row) ? await since(row) : null })));
}

/** All about one of them. */
export function everythingOf({ organisation, membership }: PersonRow): Promise<PersonView> {
  return query<'person'>({ ask: 'person', organisation, membership });
}
