// How wide the window is and what was made of its room: the panel's width is remembered.
import { MediaQuery } from 'svelte/reactivity';

export const PANEL = { least: 360, usual: 440, most: 560 } as const;

const narrow = new MediaQuery('max-width: 1199px');
let width = $state<number>(PANEL.usual);

/** Whether the panel lies over the list instead of beside it. */
export function isNarrow(): boolean {
  return narrow.current;
}

export function panelWidth(): number {
  return width;
}

export function widenPanel(to: number): void {
  width = Math.round(Math.min(PANEL.most, Math.max(PANEL.least, to)));
}
