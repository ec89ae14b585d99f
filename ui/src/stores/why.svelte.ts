// Why one person may do something, or may not: asked of the rules.
import type { Permission } from '../bindings/contract';
import { View } from './view.svelte';

class WhyStore {
  readonly view = new View<'why'>('people');

  /** Asks; the answer stays fresh while it is shown. */
  ask(organisation: string, membership: string | null, permission: Permission, room: string | null): void {
    const whose = membership === null ? {} : { membership };
    void this.view.ask({ ask: 'why', organisation, ...whose, permission, ...(room === null ? {} : { room }) });
  }

  leave(): void {
    void this.view.ask(null);
  }
}

export const why = new WhyStore();
