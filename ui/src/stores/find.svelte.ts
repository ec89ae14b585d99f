// Finding people by what is typed into the palette.
import type { Ask, PersonRow, PersonState } from '../bindings/contract';
import { organisation, organisations } from './session.svelte';
import { View } from './view.svelte';

/** People that the palette shows. */
export const MOST = 6;
/** Organisations that are asked, where the work of all is shown. */
const SEVERAL = 4;

/** Where they stand whom nobody lists unless asked: they wait, or they are here no more. Shown after the others. */
const BESIDES: PersonState[] = ['waiting', 'declined', 'cancelled', 'ended', 'expired'];

const made = () => Array.from({ length: SEVERAL }, () => new View<'people'>('people'));
const views = made();
const besides = made();

/** Asks for people; nothing typed finds nobody. */
export function findPeople(typed: string): void {
  const search = typed.trim();
  const chosen = organisation();
  const among = (chosen ? [chosen] : organisations()).filter(({ may }) => may.people).slice(0, SEVERAL);
  for (let at = 0; at < SEVERAL; at += 1) {
    const one = search === '' ? undefined : among[at];
    const question: Ask<'people'> | null = one ? { ask: 'people', organisation: one.id, search, limit: MOST } : null;
    void views[at]?.ask(question);
    void besides[at]?.ask(question && { ...question, states: BESIDES });
  }
}

export function foundPeople(): readonly PersonRow[] {
  return [...views, ...besides].flatMap(({ answer }) => answer?.rows ?? []).slice(0, MOST);
}

/** Whether somebody who stands so is listed without being asked for. */
export const isListed = (state: PersonState): boolean => !BESIDES.includes(state);
