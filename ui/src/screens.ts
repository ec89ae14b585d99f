// Which component shows which screen. Home and what is unsent are there at once, the others come when first gone to.
import type { Component } from 'svelte';

import type { Screen } from './stores/route.svelte';

type Later = Exclude<Screen, 'requests' | 'offline'>;

export const LATER: Record<Later, () => Promise<{ default: Component }>> = {
  people: () => import('./features/people/People.svelte'),
  invitations: () => import('./features/invitations/Invitations.svelte'),
  levels: () => import('./features/levels/Levels.svelte'),
  rooms: () => import('./features/rooms/Rooms.svelte'),
  history: () => import('./features/history/History.svelte'),
  import: () => import('./features/import/Import.svelte'),
  settings: () => import('./features/settings/Settings.svelte'),
};

/** Fetches the screens while nothing else is to be done, so that going to one takes no time. */
export function fetchScreens(): void {
  setTimeout(() => Object.values(LATER).forEach((load) => void load()), 1_000);
}
