// Reasons of the rules as sentences.
import type { Because, WhyView } from '../bindings/contract';
import { date } from '../text/moment';
import { t } from '../text/language.svelte';
import { levelName } from '../text/reason';
import { stateWord } from '../text/state';

export function becauseText({ from }: Because, { level, sites }: Pick<WhyView, 'level' | 'sites'>): string {
  switch (from.is) {
    case 'level':
      return t('why-level', { level: levelName(from.level, level) });
    case 'site':
      return t('why-site', { name: sites.find(({ id }) => id === from.site)?.name ?? '' });
    case 'no_member':
      return from.state ? t('why-no-member-now', { state: stateWord(from.state) }) : t('why-no-member');
    case 'starts':
      return t('why-starts', { when: date(from.at) });
    case 'lapsed':
      return t('why-lapsed', { when: date(from.at) });
    case 'extra':
    case 'every_member':
    case 'not_given':
    case 'manager':
    case 'room':
    case 'every_room':
    case 'no_room':
    case 'suspended':
    case 'plan':
    case 'limited':
    case 'account':
    case 'organisation':
      return t(`why-${from.is.replaceAll('_', '-')}`);
  }
}
