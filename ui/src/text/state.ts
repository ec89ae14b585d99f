// Where a person stands, in words; the drawing beside it is the screen's.
import type { PersonRow, PersonState } from '../bindings/contract';
import { shortDay } from './days';
import { t } from './language.svelte';

const WORDS: Record<PersonState, string> = {
  member: 'status-approved',
  starting: 'state-starting',
  lapsed: 'status-lapsed',
  paused: 'status-suspended',
  invited: 'status-invited',
  waiting: 'status-requested',
  declined: 'status-rejected',
  cancelled: 'status-cancelled',
  ended: 'status-ended',
  expired: 'status-expired',
};

const LONG: Record<PersonState, string> = {
  member: 'state-member-long',
  starting: 'state-starting-long',
  lapsed: 'state-lapsed-long',
  paused: 'state-paused-long',
  invited: 'state-invited-long',
  waiting: 'state-waiting-long',
  declined: 'state-declined-long',
  cancelled: 'state-cancelled-long',
  ended: 'state-ended-long',
  expired: 'state-expired-long',
};

/** One word, for lists. */
export function stateWord(state: PersonState): string {
  return t(WORDS[state]);
}

/** What it means, in a sentence. */
export function stateSentence({ state, starts_at, ends_at }: PersonRow): string {
  const at = state === 'starting' ? starts_at : ends_at;
  return t(LONG[state], { when: at === null ? '–' : shortDay(at) });
}
