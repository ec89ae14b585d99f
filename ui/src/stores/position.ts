// Setting the position of a member: the organisation's word, with the old one as the way back.
import type { Command, PersonView } from '../bindings/contract';
import { execute } from '../ipc';
import { t } from '../text/language.svelte';
import { nameOf } from '../text/name';
import { give } from './outbox.svelte';
import { tell } from './toast.svelte';

const commandOf = (membership: string, position: string | null): Command => ({
  type: 'set_position',
  membership,
  ...(position === null ? {} : { position }),
});

/** Sets a position, or takes it away; answers whether it was done. */
export async function setPosition({ row }: PersonView, position: string | null): Promise<boolean> {
  const { organisation, membership } = row;
  const back = async () => {
    await execute(organisation, commandOf(membership, row.position));
    tell(() => t('undone-by-opposite'));
  };
  const done = () => t('position-set', { name: nameOf(row) });
  return give(organisation, commandOf(membership, position), done, back);
}
