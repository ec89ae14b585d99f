// The lines of a conflict in words.
import type { ConflictField, ConflictLine, ConflictValue } from '../../bindings/contract';
import { listed } from '../../components/diff/words';
import { beginning, ending } from '../../text/days';
import { has } from '../../text/fluent';
import { language, t } from '../../text/language.svelte';
import { number } from '../../text/number';
import { levelName, permissionText } from '../../text/reason';

export function fieldName(line: ConflictLine): string {
  switch (line.what) {
    case 'level':
      return t('level');
    case 'extras':
      return t('diff-extras');
    case 'rooms':
      return t('diff-rooms');
    case 'limit':
      return t('diff-limit');
    case 'starts':
      return t('diff-starts');
    case 'ends':
      return t('diff-ends');
    case 'state':
      return t('column-state');
    case 'name':
      return t('conflict-name');
    case 'position':
      return t('position');
    case 'permissions':
      return t('levels-permission');
    case 'approval':
      return t('link-approval');
    case 'uses':
      return t('link-uses');
    case 'domains':
      return t('link-domains');
    case 'setting':
      return t('settings');
  }
}

/** What there is where there is nothing depends on what it is about. */
function nothing(what: ConflictField): string {
  switch (what) {
    case 'starts':
      return t('diff-no-start');
    case 'ends':
      return t('diff-no-end');
    case 'limit':
      return t('diff-no-limit');
    case 'level':
    case 'extras':
    case 'rooms':
    case 'state':
    case 'name':
    case 'position':
    case 'permissions':
    case 'approval':
    case 'uses':
    case 'setting':
      return t('diff-none');
    case 'domains':
      return t('link-domains-any');
  }
}

export function valueText(what: ConflictField, value: ConflictValue): string {
  switch (value.is) {
    case 'nothing':
      return nothing(what);
    case 'level':
      return levelName(value.level, value.name);
    case 'permissions':
      return value.permissions.length > 0 ? listed(value.permissions.map(permissionText)) : nothing(what);
    case 'names':
      if (value.count === 0) return nothing(what);
      return value.names.length === value.count ? listed(value.names) : t('diff-rooms-count', { count: value.count });
    case 'at':
      return what === 'ends' ? ending(value.at) : beginning(value.at);
    case 'text':
      return value.text;
    case 'number':
      return number(value.number);
    case 'switch':
      return value.on ? t('on') : t('off');
    case 'state': {
      const id = `state-${value.state.replaceAll('_', '-')}`;
      return has(language(), id) ? t(id) : value.state;
    }
    case 'setting':
      return value.value;
  }
}
