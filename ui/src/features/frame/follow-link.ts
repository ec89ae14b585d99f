// Where a link of another program leads. It is gone to and put away; nothing is done there.
import type { LinkedPlace, LinkedScreen } from '../../bindings/contract';
import { at, type Place } from '../../stores/route.svelte';
import { forgetHanded, goIn } from '../../stores/session.svelte';
import { complain, tell } from '../../stores/toast.svelte';
import { t } from '../../text/language.svelte';

const PLACES: Readonly<Record<LinkedScreen, (membership: string | null) => Place>> = {
  request: (membership) => at('requests', membership),
  person: (membership) => at('people', membership),
  invite: () => at('invitations', 'new'),
  import: () => at('import'),
};

/** Goes where a link leads; whom this device does not know is not looked for. */
export function followLink({ screen, membership, organisation }: LinkedPlace): void {
  void forgetHanded().catch(complain);
  if (membership && !organisation) tell(() => t('linked-nobody'));
  else goIn(PLACES[screen](membership), organisation);
}
