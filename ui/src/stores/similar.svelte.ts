// Whether the organisation knows somebody who may be the one who asks: by the same name, or reached in the same way.
import { PERSON_STATES, type PersonRow, type PersonView, type RequestView } from '../bindings/contract';
import { query } from '../ipc';
import { organisations } from './session.svelte';

/** As many are worth a look. */
const MOST = 3;
/** Those who are like whoever asks, but for the request itself. */
export async function similarTo({ row, contacts, latin_name }: RequestView): Promise<PersonRow[]> {
  const { organisation, membership } = row;
  if (!organisations().some(({ id, may }) => id === organisation && may.people)) return [];
  const states = [...PERSON_STATES];
  const found = new Map<string, PersonRow>();
  for (const search of [...contacts, row.name, latin_name]) {
    if (search === null) continue;
    const { rows } = await query<'people'>({ ask: 'people', organisation, search, states, limit: MOST + 1 });
    for (const one of rows) if (one.membership !== membership) found.set(one.membership, one);
  }
  return [...found.values()].slice(0, MOST);
}

/** All about one of them. */
export function everythingOf({ organisation, membership }: PersonRow): Promise<PersonView> {
  return query<'person'>({ ask: 'person', organisation, membership });
}
