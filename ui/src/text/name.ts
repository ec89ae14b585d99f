// What somebody is called on screen.
import type { PersonRow, PersonState } from '../bindings/contract';
import { t } from './language.svelte';

const GONE: readonly PersonState[] = ['ended', 'expired', 'cancelled', 'declined'];

/** Whom an organisation let go of and who closed the account has neither name nor contact any more. */
export function personName(row: PersonRow): string {
  const isGone = row.name === null && row.contact === null && GONE.includes(row.state);
  return isGone ? t('former-member') : nameOf(row);
}

export function nameOf(who: { name: string | null; contact: string | null }): string {
  return who.name ?? who.contact ?? t('no-name');
}
