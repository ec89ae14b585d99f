// Taking up a declined request again. A decision that has not left this computer is taken back instead: nobody heard of it.
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { entryOf, give } from './outbox.svelte';
import { takeBack } from './taking-back.svelte';
import { tell } from './toast.svelte';
import { inTurn } from './turns';

type Declined = { organisation: string; membership: string };

/** Lets a declined request wait again; `pending` is the own command that made it declined, if it waits here. */
export async function reopen(declined: Declined, name: string, pending: string | null): Promise<void> {
  const { organisation, membership } = declined;
  const isBack = await inTurn(
    async () => pending !== null && entryOf(pending)?.can_undo === true && (await takeBack([pending], true)),
  );
  if (isBack) return;
  const reason = await reasonOf(declined);
  const back = reason === null ? null : () => declineAgain(declined, reason);
  await give(organisation, { type: 'reopen_request', membership }, () => t('reopened-one', { name }), back);
}

/** Why it was declined; that is gone once it waits again. */
async function reasonOf({ organisation, membership }: Declined): Promise<string | null> {
  try {
    return (await query<'request'>({ ask: 'request', organisation, membership })).reason;
  } catch {
    return null;
  }
}

/** Reopening was sent, and the person may have heard: it is declined again, for the reason it had. */
async function declineAgain({ organisation, membership }: Declined, reason: string): Promise<void> {
  await execute(organisation, { type: 'decline_request', membership, reason });
  tell(() => t('undone-by-opposite'));
}
