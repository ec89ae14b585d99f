// Finding people by what is typed into the palette.
import type { PersonRow } from '../bindings/contract';
import { organisation, organisations } from './session.svelte';
import { View } from './view.svelte';

/** People that the palette shows. */
export const MOST = 6;
/** Organisations that are asked, where the work of all is shown. */
const SEVERAL = 4;

const views = Array.from({ length: SEVERAL }, () => new View<'people'>('people'));

/** Asks for people; nothing typed finds nobody. */
export function findPeople(typed: string): void {
  const search = typed.trim();
  const chosen = organisation();
  const among = (chosen ? [chosen] : organisations()).filter(({ may }) => may.people).slice(0, SEVERAL);
  views.forEach((view, at) => {
    const one = search === '' ? undefined : among[at];
    void view.ask(one ? { ask: 'people', organisation: one.id, search, limit: MOST } : null);
  });
}

export function foundPeople(): readonly PersonRow[] {
  return views.flatMap(({ answer }) => answer?.rows ?? []).slice(0, MOST);
}
