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

  /** What is set; none where this account may not change it. */
  readonly settings = $derived(this.#view.answer?.changing === null ? this.#view.answer.settings : null);

  /** What whoever runs the server has set; nothing before that is known. */
  readonly gates = $derived.by(() => {
    const { plan = null, sign_in = null } = this.#view.answer ?? {};
    return plan && sign_in ? { plan, sign_in } : null;
  });
  /** What requests could be answered with by default, as the rules say it. */
  readonly requestLevels = $derived(this.#view.answer?.request_levels ?? []);
  /** What can be set about inviting; none where nothing can be changed. */
  readonly inviting = $derived(this.settings ? (this.#view.answer?.inviting ?? null) : null);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => void this.#view.ask(id ? { ask: 'organisation_settings', organisation: id } : null));
  }

  /** Changes some of them, on top of what is seen here. */
  async change(part: Partial<Settings>): Promise<void> {
    const [here, held] = [organisation(), this.#view.answer];
    if (!here || !held?.settings || held.version === null) return;
    const settings = { ...held.settings, ...part };
    const based_on = held.version;
    await inTurn(async () => {
      try {
        const { id } = await execute(here.id, { type: 'change_settings', settings, based_on });
        tell(() => t('settings-saved', { organisation: here.name }), { undoes: id });
      } catch (failure) {
        complain(failure);
      }
    });
  }
}

export const organisationSettings = new OrganisationSettings();
