// What the rooms and sites of an organisation are called, where a grant that is shown names any.
import type { Place } from '../components/diff/grant';
import { isSignedIn } from './session.svelte';
import { View } from './view.svelte';

/** Rooms that one question answers at most. */
const MOST = 500;

class NamedPlaces {
  readonly #view = new View<'places'>('levels');
  readonly all = $derived<readonly Place[]>(
    (this.#view.answer?.sites ?? []).flatMap((site) => [site, ...site.rooms].map(({ id, name }) => ({ id, name }))),
  );

  /** Asks while somebody looks at what names rooms or sites of an organisation; none asks nothing. */
  follow(organisation: () => string | null): void {
    const id = $derived(organisation());
    $effect(() => void this.#view.ask(isSignedIn() && id ? { ask: 'places', organisation: id, limit: MOST } : null));
  }
}

export const namedPlaces = new NamedPlaces();
