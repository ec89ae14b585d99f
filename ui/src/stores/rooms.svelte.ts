// The rooms of the organisation that is shown.
import { isSignedIn, organisation } from './session.svelte';
import { View } from './view.svelte';

class Rooms {
  readonly view = new View<'rooms'>('levels');
  readonly all = $derived(this.view.answer?.rooms ?? []);

  /** Asks while somebody looks; call it when a screen opens. */
  follow(): void {
    const id = $derived(organisation()?.id);
    $effect(() => {
      void this.view.ask(isSignedIn() && id ? { ask: 'rooms', organisation: id } : null);
    });
  }

  nameOf(room: string): string | null {
    return this.all.find(({ id }) => id === room)?.name ?? null;
  }
}

export const rooms = new Rooms();
