// The owner without whom nobody would own the organisation: the rules are asked, for the few at that level.
import { query } from '../ipc';
import { hear } from './view.svelte';

class LastOwners {
  #last = $state.raw<ReadonlyMap<string, boolean>>(new Map());
  #asked = new Map<string, string>();

  constructor() {
    hear('people', () => this.#again());
  }

  /** Whether the rules let nobody end this one, because somebody must own the organisation. */
  has(membership: string): boolean {
    return this.#last.get(membership) ?? false;
  }

  /** Asks about one at that level; call it in an effect. */
  ask(organisation: string, membership: string): void {
    if (this.#asked.has(membership)) return;
    this.#asked.set(membership, organisation);
    void this.#find(organisation, membership);
  }

  #again(): void {
    for (const [membership, organisation] of this.#asked) void this.#find(organisation, membership);
  }

  async #find(organisation: string, membership: string): Promise<void> {
    try {
      const { actions } = await query<'person'>({ ask: 'person', organisation, membership });
      const isLast = actions.some(({ refusal }) => refusal?.code === 'last_owner');
      this.#last = new Map(this.#last).set(membership, isLast);
    } catch {
      // Nobody to be found any more.
      this.#asked.delete(membership);
    }
  }
}

export const lastOwners = new LastOwners();
