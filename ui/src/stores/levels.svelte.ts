// The access levels of the organisation that is shown.
import type { LevelsView } from '../bindings/contract';
import { isSignedIn, organisation } from './session.svelte';
import { View } from './view.svelte';

class Levels {
  readonly view = new View<'levels'>('levels');
  readonly answer = $derived<LevelsView | null>(this.view.answer);
  readonly all = $derived(this.view.answer?.levels ?? []);

  /** Asks while somebody looks; call it when a screen opens. */
  follow(): void {
    $effect(() => {
      const id = organisation()?.id;
      void this.view.ask(isSignedIn() && id ? { ask: 'levels', organisation: id } : null);
    });
  }

  /** What an own level is called; presets are named by the screen. */
  nameOf(level: string): string | null {
    return this.all.find((known) => known.level === level)?.name ?? null;
  }
}

export const levels = new Levels();

const elsewhere = new Map<string, View<'levels'>>();

/** The levels of some organisation, for screens that show the work of all. Ask inside an effect, read anywhere. */
export function levelsOf(organisation: string): View<'levels'> {
  const known = elsewhere.get(organisation) ?? new View<'levels'>('levels', { ask: 'levels', organisation });
  if (!elsewhere.has(organisation)) {
    elsewhere.set(organisation, known);
    void known.refresh();
  }
  return known;
}
