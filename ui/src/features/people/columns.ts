// The columns of the list of people in words.
import type { ColumnKey } from '../../stores/columns.svelte';
import { t } from '../../text/language.svelte';

export function columnName(key: ColumnKey): string {
  switch (key) {
    case 'name':
      return t('column-name');
    case 'position':
      return t('position');
    case 'contact':
      return t('column-contact');
    case 'level':
      return t('column-level');
    case 'state':
      return t('person-state');
    case 'last_seen':
      return t('last-sign-in');
    case 'ends':
      return t('column-ends');
  }
}
