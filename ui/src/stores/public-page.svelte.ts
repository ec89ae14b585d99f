// Where strangers find the organisation that is shown, where this account may know.
import type { PublicPageView } from '../bindings/contract';
import { isSignedIn, organisation } from './session.svelte';
import { hear, View } from './view.svelte';

class PublicPage {
  readonly #view = new View<'public_page'>('people');

  constructor() {
    // Whether requests are taken is a setting.
    hear('levels', () => this.#view.refresh());
  }

  readonly view = $derived.by((): PublicPageView | null => {
    const { answer, failure } = this.#view;
    return answer && failure === null && answer.organisation === organisation()?.id ? answer : null;
  });

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => void this.#view.ask(id ? { ask: 'public_page', organisation: id } : null));
  }
}

export const publicPage = new PublicPage();
