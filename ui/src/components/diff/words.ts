// The parts of a grant in words.
import type { Grant } from '../../bindings/contract';
import { beginning, ending } from '../../text/days';
import { language, t } from '../../text/language.svelte';
import { levelName, permissionText } from '../../text/reason';
import type { Known, Part, Place } from './grant';

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

/** Rooms or sites by name; how many, where what they are called is not known here any more. */
function named(ids: readonly string[], places: readonly Place[], unnamed: string): string {
  const known = ids.flatMap((id) => places.find((place) => place.id === id)?.name ?? []);
  const rest = ids.length - known.length;
  return listed([
    ...known.sort((one, other) => one.localeCompare(other, language())),
    ...(rest > 0 ? [t(unnamed, { count: rest })] : []),
  ]);
}

/** One part of a grant; nobody without a grant has any. */
export function partText(
  part: Part,
  grant: Grant | null,
  levels: readonly Known[],
  places: readonly Place[] = [],
): string {
  if (!grant) return t('diff-none');
  switch (part) {
    case 'level':
      return levelName(grant.level, levels.find(({ level }) => level === grant.level)?.name ?? null);
    case 'extras':
      return grant.extras?.length ? listed(grant.extras.map(permissionText)) : t('diff-none');
    case 'rooms':
      return grant.rooms?.length ? named(grant.rooms, places, 'diff-rooms-count') : t('diff-none');
    case 'sites':
      return grant.room_sites?.length ? named(grant.room_sites, places, 'diff-sites-count') : t('diff-none');
    case 'limit':
      return grant.limited_to?.length ? named(grant.limited_to, places, 'diff-sites-count') : t('diff-no-limit');
    case 'starts':
      return grant.starts_at === undefined ? t('diff-no-start') : beginning(grant.starts_at);
    case 'ends':
      return grant.ends_at === undefined ? t('diff-no-end') : ending(grant.ends_at);
  }
}
