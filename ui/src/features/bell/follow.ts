// Where an entry of the bell leads, from the list of them or from a notification.
import type { BellRow } from '../../bindings/contract';
import { read } from '../../stores/bell.svelte';
import { lookAt } from '../../stores/ownership.svelte';
import { openAccount } from '../../stores/outside';
import { goIn, organisations } from '../../stores/session.svelte';
import { tell } from '../../stores/toast.svelte';
import { t } from '../../text/language.svelte';
import { isOwn, noticePlace } from '../../text/notice';

/** What stands to be answered. */
const OFFERED: Readonly<Record<string, 'ownership' | 'management'>> = {
  ownership_offered: 'ownership',
  management_proposed: 'management',
};

/** Goes to what an entry is about; answers whether it leads anywhere. */
export function follow(row: BellRow): boolean {
  void read([row]);
  const offered = OFFERED[row.kind];
  if (offered && row.organisation) {
    lookAt(offered, row.organisation);
    return true;
  }
  if (isOwn(row)) void openAccount();
  const place = noticePlace(row);
  if (!place) return false;
  // Elsewhere somebody else would stand in their place.
  if (organisations().some(({ id }) => id === row.organisation)) goIn(place, row.organisation);
  else tell(() => t('seen-no-more'));
  return true;
}
