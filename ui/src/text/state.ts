// Where a person stands, in words; the drawing beside it is the screen's.
import type { PersonRow, PersonState } from '../bindings/contract';
import { lastDay, shortDay } from './days';
import { language, t } from './language.svelte';
import { listed } from './listed';

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

/** One of several, as a part of a sentence: "Paused or lapsed". */
export function statesSentence(states: readonly PersonState[]): string {
  const words = states.map(stateWord);
  return listed(
    words.map((word, at) => (at === 0 ? word : word.charAt(0).toLocaleLowerCase(language()) + word.slice(1))),
    'or',
  );
}

/** What it means, in a sentence. */
export function stateSentence({ state, starts_at, ends_at }: PersonRow): string {
  const [at, day] = state === 'starting' ? [starts_at, shortDay] : [ends_at, lastDay];
  return t(LONG[state], { when: at === null ? '–' : day(at) });
}
