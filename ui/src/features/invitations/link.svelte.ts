// A link while it is composed.
import type { LinkForm } from '../../bindings/contract';

/** How many persons may use a link of each form unless chosen otherwise, and at most; the rules check it. */
export const USES: Record<LinkForm, { usual: number; most: number }> = {
  link: { usual: 25, most: 25 },
  card: { usual: 1, most: 1 },
  poster: { usual: 25, most: 500 },
};

export class NewLink {
  label = $state('');
  form = $state<LinkForm>('link');
  level = $state<string | null>(null);
  uses = $state(USES.link.usual);
  #approval = $state(true);

  /** A poster hangs where everybody sees it: whoever comes by it is always approved by somebody. */
  readonly isApprovalFixed = $derived(this.form === 'poster');
  readonly needsApproval = $derived(this.isApprovalFixed || this.#approval);
  readonly most = $derived(USES[this.form].most);

  pick(form: LinkForm): void {
    this.form = form;
    this.uses = USES[form].usual;
  }

  approve(needed: boolean): void {
    this.#approval = needed;
  }
}
