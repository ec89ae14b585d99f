// The parts of a grant in words.
import type { Grant } from '../../bindings/contract';
import { beginning, ending } from '../../text/days';
import { language, t } from '../../text/language.svelte';
import { levelName, permissionText } from '../../text/reason';
import type { Known, Part } from './grant';

/** Several things in one sentence, as the language of now joins them. */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction', style: 'narrow' }).format(parts);
}

export function partName(part: Part): string {
  switch (part) {
    case 'level':
      return t('level');
    case 'extras':
      return t('diff-extras');
    case 'rooms':
      return t('diff-rooms');
    case 'sites':
      return t('diff-sites');
    case 'limit':
      return t('diff-limit');
    case 'starts':
      return t('diff-starts');
    case 'ends':
      return t('diff-ends');
  }
}

/** One part of a grant; nobody without a grant has any. */
export function partText(part: Part, grant: Grant | null, levels: readonly Known[]): string {
  if (!grant) return t('diff-none');
  switch (part) {
    case 'level':
      return levelName(grant.level, levels.find(({ level }) => level === grant.level)?.name ?? null);
    case 'extras':
      return grant.extras?.length ? listed(grant.extras.map(permissionText)) : t('diff-none');
    case 'rooms':
      return grant.rooms?.length ? t('diff-rooms-count', { count: grant.rooms.length }) : t('diff-none');
    case 'sites':
      return grant.room_sites?.length ? t('diff-sites-count', { count: grant.room_sites.length }) : t('diff-none');
    case 'limit':
      return grant.limited_to?.length ? t('diff-sites-count', { count: grant.limited_to.length }) : t('diff-no-limit');
    case 'starts':
      return grant.starts_at === undefined ? t('diff-no-start') : beginning(grant.starts_at);
    case 'ends':
      return grant.ends_at === undefined ? t('diff-no-end') : ending(grant.ends_at);
  }
}
