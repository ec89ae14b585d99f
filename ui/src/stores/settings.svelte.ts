// What is set on this computer: the look, the keys, the saved questions.
import { untrack } from 'svelte';

import type { SavedQuestion, SavedView, Setting, SettingsView } from '../bindings/contract';
import { setDensity as makeRoom } from '../components/list/density.svelte';
import { switchSingles } from '../commands/singles.svelte';
import { act } from '../ipc';
import { wear, type Theme } from '../theme/theme.svelte';
import { onPanelWidened, restorePanel } from './layout.svelte';
import { filtersOf } from './people-filter';
import { careFiltersOf, requestsFiltersOf } from './requests-filter';
import { addressOf, at, beginWith, here, whose, type Place } from './route.svelte';
import { organisation, organisations } from './session.svelte';
import { complain } from './toast.svelte';
import { View } from './view.svelte';

const view = new View('settings', { ask: 'settings' });

export function settings(): SettingsView | null {
  return view.answer;
}

/** Reads what is set and dresses the window in it, now and whenever it changes. */
export async function openSettings(): Promise<void> {
  $effect.root(() => {
    $effect(() => {
      const set = view.answer;
      if (!set) return;
      wear(set.theme);
      makeRoom(set.density);
      switchSingles(set.single_keys);
      restorePanel(set.panel_width);
    });
  });
  $effect.root(() => {
    const kept = $derived(view.answer?.organisation ?? null);
    const several = $derived(organisations().length > 1);
    $effect(() => {
      if (kept !== null && several) untrack(() => beginWith(kept));
    });
    let last: string | null = null;
    $effect(() => {
      const now = whose();
      if (now !== last && several) void put({ key: 'organisation', value: now }).catch(complain);
      last = now;
    });
  });
  onPanelWidened((width) => void put({ key: 'panel_width', value: width }).catch(complain));
  await view.refresh();
}

/** Sets one thing; it is seen at once and kept by the device. What cannot be kept is seen no longer. */
export async function put(setting: Setting): Promise<void> {
  try {
    await act({ do: 'set_setting', ...setting });
  } catch (failure) {
    await view.refresh();
    throw failure;
  }
}

/** Has the computer start the program when its person signs in, or no longer. */
export function setAtLogin(on: boolean): Promise<void> {
  return act({ do: 'start_at_login', on });
}

export function setTheme(theme: Theme): Promise<void> {
  wear(theme);
  return put({ key: 'theme', value: theme });
}

export function setDensity(density: SettingsView['density']): Promise<void> {
  makeRoom(density);
  return put({ key: 'density', value: density });
}

export function setSingleKeys(on: boolean): Promise<void> {
  switchSingles(on);
  return put({ key: 'single_keys', value: on });
}

/** The questions kept under a name about the work that is shown. */
export function savedViews(): readonly SavedView[] {
  const shown = organisation()?.id ?? null;
  const isShown = ({ organisation: of }: SavedView) => of === shown || (of === null && organisations().length === 1);
  return (view.answer?.saved_views ?? []).filter(isShown);
}

/** Keeps a question about the work that is shown under a name. */
export function saveView(name: string, query: SavedQuestion): Promise<void> {
  return act({ do: 'save_view', name, organisation: organisation()?.id ?? null, query });
}

export function renameView(id: string, name: string): Promise<void> {
  return act({ do: 'rename_view', id, name });
}

export function removeView(id: string): Promise<void> {
  return act({ do: 'remove_view', id });
}

/** The saved question that is looked at; whoever is open in it does not matter. */
export function viewHere(): SavedView | null {
  const now = addressOf({ ...here(), id: null });
  return savedViews().find(({ query }) => addressOf(placeOfQuestion(query)) === now) ?? null;
}

/** Where a question leads. */
export function placeOfQuestion(query: SavedQuestion): Place {
  switch (query.of) {
    case 'people':
      return at('people', null, filtersOf(query));
    case 'requests':
      return at('requests', null, requestsFiltersOf(query));
    case 'care':
      return at('requests', null, careFiltersOf(query));
  }
}

/** The name under which a question is kept, however it is written. */
export function savedAs(query: SavedQuestion): SavedView | null {
  const wanted = addressOf(placeOfQuestion(query));
  return savedViews().find((view) => addressOf(placeOfQuestion(view.query)) === wanted) ?? null;
}
