// An entry of the history in words: who, what, and from where.
import type { HistoryEntry } from '../../bindings/contract';
import { has } from '../../text/fluent';
import { language, t } from '../../text/language.svelte';
import { levelName, namedFrom } from '../../text/reason';

/** What entries can be narrowed to. */
export const TOPICS = ['people', 'requests', 'invitations', 'links', 'levels', 'rooms', 'settings', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

const BEGINNINGS: readonly (readonly [RegExp, Topic])[] = [
  [/^(person_invited|invitation_|superseded)/, 'invitations'],
  [/^(join_requested|request_)/, 'requests'],
  [/^link_/, 'links'],
  [/^level_/, 'levels'],
  [/^(room_|site_)/, 'rooms'],
  [/^settings_/, 'settings'],
  [/^(member_|membership_|grant_|visibility_|position_|staff_|ownership_|offer_)/, 'people'],
];

export function topicOf(entry: HistoryEntry): Topic {
  return BEGINNINGS.find(([beginning]) => beginning.test(entry.kind))?.[1] ?? 'other';
}

/** What entries are narrowed to, as a word. */
export function topicName(topic: Topic): string {
  switch (topic) {
    case 'people':
      return t('people');
    case 'requests':
      return t('requests');
    case 'invitations':
      return t('invitations');
    case 'links':
      return t('history-links');
    case 'levels':
      return t('levels');
    case 'rooms':
      return t('group-rooms');
    case 'settings':
      return t('settings');
    case 'other':
      return t('history-other');
  }
}

/** Whom or what it is about, where that has a name. */
export function aboutOf({ subject, facts }: HistoryEntry): string | null {
  return subject ?? facts.contact ?? null;
}

/** Who did it, as they are named. */
export function actorOf(entry: HistoryEntry): string {
  switch (entry.acted) {
    case 'person':
      return entry.actor === null ? t('history-somebody') : namedFrom(entry.actor, entry.actor_from);
    case 'system':
      return t('author-system');
    case 'operator':
      return t('author-operator');
  }
}

function level(entry: HistoryEntry, ref: string | null | undefined): string {
  if (!ref) return t('diff-none');
  return levelName(ref, entry.facts.level_names.find((known) => known.level === ref)?.name ?? null);
}

/** What was done, without who did it. Names stand in the nominative and no verb has a gender. */
export function deedOf(entry: HistoryEntry): string {
  const id = `event-${entry.kind.replaceAll('_', '-')}`;
  const [before, after] = [entry.before?.level, entry.after?.level ?? entry.facts.level];
  return t(has(language(), id) ? id : 'event-other', {
    name: entry.subject ?? entry.facts.contact ?? t('history-somebody'),
    object: entry.object ?? t('history-unnamed'),
    leveled: after ? 'yes' : 'no',
    named: entry.object === null ? 'no' : 'yes',
    told: entry.subject === null ? 'no' : 'yes',
    level: level(entry, after),
    before: level(entry, before),
    own: entry.facts.own ? 'yes' : 'no',
    moved: before && after && before !== after ? 'yes' : 'no',
  });
}
