// Reaching somebody: what the menus of their panels offer.
import { copy } from '../stores/clipboard';
import { writeTo } from '../stores/outside';
import { tell } from '../stores/toast.svelte';
import { t } from '../text/language.svelte';
import type { MenuItem } from './menu';

type Whom = { organisation: string; membership: string };

/** Copying their address, and writing to it. */
export function reach({ organisation, membership }: Whom, contacts: readonly string[]): MenuItem[] {
  const first = contacts[0];
  const email = contacts.find((contact) => contact.includes('@'));
  const copied = async (contact: string) => {
    if (await copy(Promise.resolve(contact))) tell(() => t('address-copied', { contact }));
  };
  return [
    ...(email
      ? [{ text: t('write-letter'), onselect: () => writeTo(organisation, membership), testid: 'write-letter' }]
      : []),
    ...(first ? [{ text: t('copy-address'), onselect: () => copied(email ?? first), testid: 'copy-address' }] : []),
  ];
}
