// The settings of the organisation that is shown, where this account may change them.
import type { Settings } from '../bindings/contract';
import { execute } from '../ipc';
import { t } from '../text/language.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

class OrganisationSettings {
  readonly #view = new View<'organisation_settings'>('levels');

  /** What is set; none where this account is not told. */
  readonly settings = $derived(this.#view.answer?.settings ?? null);
  /** Why it can only be read, if so. */
  readonly barred = $derived(this.settings ? (this.#view.answer?.changing ?? null) : null);
  /** Why it could not be read, where nothing is here. */
  readonly failure = $derived(this.#view.answer ? null : this.#view.failure);

  /** What whoever runs the server has set; nothing before that is known. */
  readonly gates = $derived.by(() => {
    const { plan = null, sign_in = null } = this.#view.answer ?? {};
    return plan && sign_in ? { plan, sign_in } : null;
  });
  /** What requests could be answered with by default, as the rules say it. */
  readonly requestLevels = $derived(this.#view.answer?.request_levels ?? []);
  /** What can be set about inviting. */
  readonly inviting = $derived(this.#view.answer?.inviting ?? null);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => void this.#view.ask(id ? { ask: 'organisation_settings', organisation: id } : null));
  }

  refresh(): Promise<void> {
    return this.#view.refresh();
  }

  /** Changes some of them, on top of what is seen here; answers whether it was done. */
  async change(part: Partial<Settings>): Promise<boolean> {
    const here = organisation();
    if (!here) return false;
    return inTurn(async () => {
      // What was changed a moment ago is changed on, not over.
      const { settings, version } = this.#view.answer ?? {};
      if (!settings || !version) return false;
      try {
        const command = { type: 'change_settings', settings: { ...settings, ...part }, based_on: version } as const;
        const { id } = await execute(here.id, command);
        tell(() => t('settings-saved', { organisation: here.name }), { undoes: id });
        await this.#view.refresh();
        return true;
      } catch (failure) {
        complain(failure);
        return false;
      }
    });
  }
}

export const organisationSettings = new OrganisationSettings();
