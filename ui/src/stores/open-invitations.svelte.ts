// How many invitations of the organisation that is shown nobody has answered yet, for the way to them.
import { isSignedIn, organisation } from './session.svelte';
import { View } from './view.svelte';

class OpenInvitations {
  readonly #view = new View<'invitations'>('invitations');
  readonly count = $derived(this.#view.answer?.counts.waiting ?? 0);

  /** Asks while somebody looks; call it when a screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() && organisation()?.may.invite ? organisation()?.id : undefined);
    $effect(() => void this.#view.ask(id ? { ask: 'invitations', organisation: id, tab: 'waiting', limit: 1 } : null));
  }
}

export const openInvitations = new OpenInvitations();
