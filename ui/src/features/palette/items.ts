// What the palette can find: the selected person's actions, screens, people, commands, and what was done last.
import type { Command, OutboxEntry, SavedView } from '../../bindings/contract';
import { caps, keysOf } from '../../commands/caps';
import { offered, type Offered } from '../../commands/offer.svelte';
import { COMMANDS, type Icon } from '../../commands/table';
import { format, LOCALES } from '../../text/fluent';
import { t } from '../../text/language.svelte';
import { whyText } from '../../text/reason';
import { score, scoreAbroad } from '../../text/search';
import { sentence } from '../../text/sentence';

import Bookmark from '@lucide/svelte/icons/bookmark';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Undo2 from '@lucide/svelte/icons/undo-2';

export type Item = {
  id: string;
  text: string;
  icon: Icon | null;
  /** Somebody's name instead of an icon. */
  face?: string;
  detail?: string | null;
  caps: readonly string[];
  barred: string | null;
  run: () => unknown;
};
export type Group = { key: string; title: string; items: Item[] };

/** Recent actions that are shown. */
const RECENT = 5;

type Ranked = { item: Item; fits: number };
const best = (a: Ranked, b: Ranked) => b.fits - a.fits;

type Found = { item: Item; also: readonly string[]; abroad?: readonly string[] };

function ranked(typed: string, found: Found[]): Item[] {
  return found
    .map(({ item, also, abroad = [] }) => ({
      item,
      fits: Math.max(score(typed, [item.text, ...also]), scoreAbroad(typed, abroad)),
    }))
    .filter(({ fits }) => fits > 0)
    .sort(best)
    .map(({ item }) => item);
}

function barredOf(one: Offered): string | null {
  const why = one.barred?.() ?? null;
  return why && whyText(why);
}

function command(one: Offered): Found {
  const { says, icon = null } = COMMANDS[one.name];
  const [key] = keysOf(one.name);
  const item = {
    id: one.name,
    text: one.text?.() ?? t(says),
    icon,
    caps: key ? caps(key) : [],
    barred: barredOf(one),
    run: () => one.run(),
  };
  // Whoever learned a command in one language finds it in every other.
  return { item, also: [t(says)], abroad: LOCALES.map((locale) => format(locale, says)) };
}

/** The groups of commands that fit what was typed. */
export function commands(typed: string, onlySubject: boolean): Group[] {
  const all = offered().filter(({ name }) => COMMANDS[name].icon !== undefined);
  const subject = all.find((one) => one.subject !== null)?.subject ?? null;
  const of = (is: (one: Offered) => boolean) => ranked(typed, all.filter(is).map(command));
  const isGo = ({ name }: Offered) => COMMANDS[name].where === 'go';
  const groups = [{ key: 'subject', title: subject ?? '', items: of((one) => one.subject !== null) }];
  if (onlySubject) return groups;
  return [
    ...groups,
    { key: 'go', title: t('palette-go'), items: of((one) => one.subject === null && isGo(one)) },
    { key: 'commands', title: t('palette-commands'), items: of((one) => one.subject === null && !isGo(one)) },
  ];
}

/** The questions that were kept under a name and fit what was typed, each with what it narrows. */
export function keptViews(typed: string, kept: readonly SavedView[], open: (view: SavedView) => unknown): Group {
  const items = kept.map((view): { item: Item; also: readonly string[] } => {
    const [id, detail] = [`view-${view.id}`, t(view.query.of === 'care' ? 'requests-care' : view.query.of)];
    return {
      item: { id, text: view.name, icon: Bookmark, detail, caps: [], barred: null, run: () => open(view) },
      also: [],
    };
  });
  return { key: 'views', title: t('saved-views'), items: ranked(typed, items) };
}

export type Recent = {
  undo: (id: string) => unknown;
  execute: (organisation: string, command: Command, done: () => string) => unknown;
};

/** What the opposite of something is called. */
const REVERSES: Partial<Record<Command['type'], string>> = {
  reopen_request: 'reverse-reopen-request',
  suspend_member: 'reverse-suspend-member',
  resume_member: 'reverse-resume-member',
  change_grant: 'reverse-change-grant',
  end_membership: 'reverse-end-membership',
  expire_membership: 'reverse-expire-membership',
  renew_membership: 'reverse-renew-membership',
};

/** What was done last: taking it back while it is here, the opposite act afterwards. */
export function recent(typed: string, entries: readonly OutboxEntry[], { undo, execute }: Recent): Group {
  const items = entries.slice(0, 4 * RECENT).flatMap((entry): { item: Item; also: readonly string[] }[] => {
    const [id, said] = [`recent-${entry.id}`, sentence(entry)];
    if (entry.can_undo) {
      const text = t('undo-of', { text: said });
      return [{ item: { id, text, icon: Undo2, caps: [], barred: null, run: () => undo(entry.id) }, also: [said] }];
    }
    const { back } = entry;
    const says = back && REVERSES[back.type];
    if (!says) return [];
    const done = () => t(says, { name: entry.subject ?? t('no-name') });
    const text = done();
    const run = () => execute(entry.organisation, back, done);
    return [{ item: { id, text, icon: RotateCcw, detail: said, caps: [], barred: null, run }, also: [said] }];
  });
  return { key: 'recent', title: t('palette-recent'), items: ranked(typed, items).slice(0, RECENT) };
}
