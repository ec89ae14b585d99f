// How wide the window is and what was made of its room: the panel's width is remembered.
import { MediaQuery } from 'svelte/reactivity';

export const PANEL = { least: 360, usual: 440, most: 560 } as const;

const narrow = new MediaQuery('max-width: 1199px');
const folded = new MediaQuery('max-width: 1039px');
let width = $state<number>(PANEL.usual);

/** Whether the panel lies over the list instead of beside it. */
export function isNarrow(): boolean {
  return narrow.current;
}

/** Whether the sidebar shows icons only. */
export function isFolded(): boolean {
  return folded.current;
}

export function panelWidth(): number {
  return width;
}

/** Makes the panel as wide as it was left. */
export function restorePanel(to: number | null): void {
  if (to !== null) width = within(to);
}

let told: (width: number) => void = () => undefined;

/** Hears how wide the panel was made, once it rests. */
export function onPanelWidened(hear: (width: number) => void): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  told = (to) => {
    clearTimeout(rest);
    rest = setTimeout(() => hear(to), 400);
  };
}

export function widenPanel(to: number): void {
  width = within(to);
  told(width);
}

function within(to: number): number {
  return Math.round(Math.min(PANEL.most, Math.max(PANEL.least, to)));
}
