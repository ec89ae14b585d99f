// What somebody is called on screen.
import { t } from './language.svelte';

export function nameOf(who: { name: string | null; contact: string | null }): string {
  return who.name ?? who.contact ?? t('no-name');
}
