// What can be done to the person looked at, as its buttons and its menu show it.
import type { Act } from '../../stores/acting.svelte';
import { people } from '../../stores/people.svelte';
import { t } from '../../text/language.svelte';
import type { WhyNot } from '../../text/reason';

export type ShownAct = { act: Act; barred: WhyNot | null };

/** What each act is called. */
export const NAMED: Record<Act, string> = {
  suspend_member: 'act-pause',
  resume_member: 'act-resume',
  end_membership: 'act-end',
  expire_membership: 'act-expire',
};

/** What somebody else changed is looked at before anything is done. */
export const stale = (): WhyNot | null => (people.panel.newer ? t('look-first') : null);

/** An act, where the rules speak of it at all. */
export function shownOf(act: Act): ShownAct | null {
  const action = people.action(act);
  // Of oneself it would be as final as leaving, which says first what it comes to.
  const isLeaving = act === 'expire_membership' && people.panel.shown?.own;
  return action ? { act, barred: stale() ?? action.refusal ?? (isLeaving ? t('own-leave') : null) } : null;
}
