// What an edit of access comes to, thing by thing, and what each thing is called.
import type {
  AccessFormView,
  AccessItem,
  AccessNumbers,
  EdgeOf,
  EdgeShare,
  GivenExtra,
  Grant,
  GrantPart,
  Permission,
} from '../../bindings/contract';
import { beginning, ending, shortDay } from '../../text/days';
import { t } from '../../text/language.svelte';
import { partText } from '../diff/words';
import { placesOf } from './places';
import { permissionText, signer } from '../../text/reason';

/** One thing that somebody can do, in words. */
export function itemText(item: AccessItem): string {
  switch (item.is) {
    case 'may':
      return permissionText(item.permission);
    case 'enters':
      return t('access-enters', { room: item.room.name });
    case 'enters_all':
      return t('access-enters-all');
  }
}

/** What tells one thing from another. */
export function keyOf(item: AccessItem): string {
  switch (item.is) {
    case 'may':
      return item.permission;
    case 'enters':
      return item.room.id;
    case 'enters_all':
      return 'all';
  }
}

/** What somebody can do before and after. */
export function stays({ will, gains }: AccessFormView['preview']): AccessItem[] {
  const added = new Set(gains.map(keyOf));
  return will.filter((item) => !added.has(keyOf(item)));
}

/** Beyond the level; by whom and when, where that is known here. */
export function personally(permission: Permission, given: readonly GivenExtra[]): string {
  const signed = given.find((it) => it.permission === permission)?.signed;
  return signed ? t('from-extra-by', { name: signer(signed), when: shortDay(signed.at) }) : t('from-extra');
}

/** Where something that one person has comes from: the level, or somebody who gave it. */
export function comesFrom(item: AccessItem, grant: Grant, given: readonly GivenExtra[]): string | null {
  if (item.is !== 'may') return null;
  return grant.extras?.includes(item.permission) ? personally(item.permission, given) : t('access-from-level');
}

type Say = (id: string, facts?: Record<string, number>) => string;

/** Whether somebody's administration reaches some sites only: how much there is of those is not counted. */
export function isLimited({ grant, differs }: Pick<AccessFormView, 'grant' | 'differs'>): boolean {
  return (grant.limited_to ?? []).length > 0 || differs.includes('limited_to');
}

/**
 * How much there is of what something reaches, of what Doorward keeps; and where it is about people's own data. A limit
 * to sites leaves less than all of it.
 */
export function aside(item: AccessItem, numbers: AccessNumbers, say: Say, limited = false): string | null {
  if (item.is === 'enters_all') return say('access-number-rooms', { count: numbers.rooms });
  if (item.is !== 'may') return null;
  switch (item.permission) {
    case 'members.view':
    case 'members.manage':
      return limited ? null : say('access-number-people', { count: numbers.people });
    case 'requests.decide':
      return limited ? null : say('access-number-requests', { count: numbers.requests });
    case 'clients.view':
      return say('access-personal');
    default:
      return null;
  }
}

const PARTS: Record<EdgeOf, GrantPart> = { start: 'starts_at', end: 'ends_at', limit: 'limited_to' };

/** One edge of a grant: when, or where. */
function edgeOf(of: EdgeOf, grant: Grant, form: AccessFormView): { when: string } | { sites: string } {
  switch (of) {
    case 'start':
      return { when: beginning(grant.starts_at ?? 0) };
    case 'end':
      return { when: ending(grant.ends_at ?? 0) };
    case 'limit':
      return { sites: partText('limit', grant, form.levels, placesOf(form)) };
  }
}

const EDGES: Record<EdgeOf, string> = { start: 'access-from', end: 'access-until', limit: 'access-only-in' };

/** What becomes of an edge; of several people what was not touched stays as each has it. */
export function edgeText({ of, change }: EdgeShare, form: AccessFormView): string {
  if (change === 'lost') return t(`access-no-${of}`);
  const isOwn = change === 'stays' && form.differs.includes(PARTS[of]);
  return isOwn ? t(`access-keeps-${of}`) : t(EDGES[of], edgeOf(of, form.grant, form));
}

/** What an edge was, where one person had another. */
export function edgeBefore({ of, change }: EdgeShare, form: AccessFormView): string | null {
  const isOther = change === 'changed' || change === 'lost';
  return isOther && form.before ? t(`access-before-${of}`, edgeOf(of, form.before, form)) : null;
}
