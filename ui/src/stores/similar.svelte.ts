// Whether the organisation knows somebody who may be the one who asks: by the same name, or reached in the same way.
import type { PersonRow, PersonView, RequestView } from '../bindings/contract';
import { query } from '../ipc';
import { organisations } from './session.svelte';

/** Those who are like whoever asks, but for the request itself. */
export async function similarTo({ row }: RequestView): Promise<readonly PersonRow[]> {
  const { organisation, membership } = row;
  if (!organisations().some(({ id, may }) => id === organisation && may.people)) return [];
  return (await query<'similar'>({ ask: 'similar', organisation, membership })).rows;
}

/** All about one of them. */
export function everythingOf({ organisation, membership }: PersonRow): Promise<PersonView> {
  return query<'person'>({ ask: 'person', organisation, membership });
}
