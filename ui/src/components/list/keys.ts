// The keys of every list (UI_SPEC 5): where they lead, and what they tick.
import type { Keys } from '../../keyboard';

export type Reach = {
  /** Goes to a row; `extends` ticks what lies between. */
  to: (index: number, isExtending: boolean) => void;
  tick: () => void;
  tickAll: () => void;
  open: () => void;
  active: () => number;
  count: () => number;
  /** Rows that fit on one page. */
  page: () => number;
};

/** Keys that act while the list has the focus. */
export function onListKey(event: KeyboardEvent, list: Reach): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const [at, last] = [list.active(), list.count() - 1];
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + list.page(),
    PageUp: at - list.page(),
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  if (goal !== undefined) list.to(goal, event.shiftKey);
  else if (event.key === 'Enter') list.open();
  else if (event.key === ' ') list.tick();
  else return;
  event.preventDefault();
}

/** Letters that act wherever no text is typed. */
export function listLetters(list: Reach): Keys {
  const move = (by: number) => (event: KeyboardEvent) => list.to(list.active() + by, event.shiftKey);
  return {
    j: move(1),
    k: move(-1),
    'Shift+j': move(1),
    'Shift+k': move(-1),
    x: () => list.tick(),
    'Ctrl+a': () => list.tickAll(),
  };
}
