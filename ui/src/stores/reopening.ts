// Taking up a declined request again. A decision that has not left this computer is taken back instead: nobody heard of it.
import { t } from '../text/language.svelte';
import { entryOf, give } from './outbox.svelte';
import { takeBack } from './taking-back.svelte';
import { inTurn } from './turns';

type Declined = { organisation: string; membership: string };

/** Lets a declined request wait again; `pending` is the own command that made it declined, if it waits here. */
export async function reopen(
  { organisation, membership }: Declined,
  name: string,
  pending: string | null,
): Promise<void> {
  const isBack = await inTurn(
    async () => pending !== null && entryOf(pending)?.can_undo === true && (await takeBack([pending], true)),
  );
  if (!isBack) await give(organisation, { type: 'reopen_request', membership }, () => t('reopened-one', { name }));
}
