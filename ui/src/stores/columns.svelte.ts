// The columns of the list of people: which are shown and how wide; kept on this computer.
import type { Column } from '../bindings/contract';
import { put, settings } from './settings.svelte';
import { complain } from './toast.svelte';

export const COLUMNS = ['name', 'position', 'contact', 'level', 'state', 'last_seen', 'ends'] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export type Shown = { key: ColumnKey; width: number; least: number; isShown: boolean; isChosen: boolean };

/** How narrow and how wide a column usually is, and whether it is there from the start, however little room there is.
 *  Narrower than this, heads are cut off in the languages with the longest words. */
const USUAL: Record<ColumnKey, { least: number; width: number; isShown: boolean }> = {
  name: { least: 160, width: 160, isShown: true },
  position: { least: 110, width: 150, isShown: false },
  contact: { least: 140, width: 200, isShown: false },
  level: { least: 130, width: 140, isShown: true },
  state: { least: 110, width: 152, isShown: true },
  last_seen: { least: 144, width: 144, isShown: true },
  ends: { least: 110, width: 110, isShown: false },
};
const MOST = 480;
/** What a name takes with ease. */
const ROOMY = 220;

/** How much room the table has. */
let room = $state(0);
/** What was dragged and is not kept yet. */
let dragged = $state.raw<Column[] | null>(null);

function kept(): Column[] {
  return dragged ?? settings()?.columns ?? [];
}

export function columns(): Shown[] {
  return COLUMNS.map((key) => {
    const { least, width, isShown } = USUAL[key];
    const own = kept().find((column) => column.key === key);
    return {
      key,
      least,
      width: Math.max(least, own?.width ?? width),
      isShown: own?.shown ?? isShown,
      isChosen: own !== undefined,
    };
  });
}

/** Says how much room the table has. */
export function makeRoom(width: number): void {
  room = width;
}

/** The columns that are drawn in the room there is. */
export function drawn(): Shown[] {
  return fitting(room);
}

/** The columns to draw: those that are shown, and where nobody chose, those that find room. */
export function fitting(room: number): Shown[] {
  const all = columns();
  const widthOf = (shown: readonly Shown[]) =>
    shown.reduce((sum, { key, width }) => sum + (key === 'name' ? ROOMY : width), 0);
  let drawn = all.filter(({ isShown }) => isShown);
  for (const more of all.filter(({ key, isShown, isChosen }) => !isShown && !isChosen && key !== 'ends')) {
    const tried = all.filter((column) => drawn.includes(column) || column === more);
    if (widthOf(tried) <= room) drawn = tried;
  }
  return squeezed(drawn, room);
}

/** Where there is too little room, columns that nobody made wide give way, at most to where they can still be read. */
function squeezed(shown: readonly Shown[], room: number): Shown[] {
  const sum = (of: (column: Shown) => number) => shown.reduce((all, column) => all + of(column), 0);
  const missing = sum(({ width }) => width) - room;
  const spare = sum(({ width, least, isChosen }) => (isChosen ? 0 : width - least));
  if (missing <= 0 || spare === 0) return [...shown];
  const part = Math.min(1, missing / spare);
  return shown.map((column) =>
    column.isChosen ? column : { ...column, width: Math.floor(column.width - (column.width - column.least) * part) },
  );
}

/** One column as somebody wants it; the others go on finding their own room. */
function changed(key: ColumnKey, by: Omit<Column, 'key'>): Column[] {
  return [...kept().filter((column) => column.key !== key), { key, ...by }];
}

/** Makes a column wider or narrower; `isDone` keeps it. */
export function widen(key: ColumnKey, width: number, isDone: boolean): void {
  const whole = Math.round(Math.min(MOST, Math.max(USUAL[key].least, width)));
  dragged = changed(key, { width: whole, shown: true });
  if (isDone) keep();
}

export function showColumn(key: ColumnKey, isShown: boolean): void {
  const { width } = kept().find((column) => column.key === key) ?? USUAL[key];
  dragged = changed(key, { width, shown: isShown });
  keep();
}

/** All columns as they are from the start. */
export function usualColumns(): void {
  dragged = [];
  keep();
}

function keep(): void {
  if (dragged) put({ key: 'columns', value: dragged }).catch(complain);
}
