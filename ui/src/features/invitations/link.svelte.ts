// A link while it is composed.
import type { LinkForm, LinkRow } from '../../bindings/contract';

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
  #approval = $state<boolean | null>(null);
  /** What the organisation's setting says of new links; none while it is not known. */
  #usual: () => boolean | null = () => null;

  constructor(usual: () => boolean | null = () => null) {
    this.#usual = usual;
  }

  /** One that is there already, to be changed: its form stays. */
  static of(row: LinkRow): NewLink {
    const link = new NewLink();
    [link.label, link.form, link.level, link.uses] = [row.label ?? '', row.kind, row.level, row.limit];
    link.#approval = row.needs_approval;
    return link;
  }

  /** A poster hangs where everybody sees it: whoever comes by it is always approved by somebody. */
  readonly isApprovalFixed = $derived(this.form === 'poster');
  readonly needsApproval = $derived(this.isApprovalFixed || (this.#approval ?? this.#usual() ?? true));
  readonly most = $derived(USES[this.form].most);

  /** Whether so many persons may use it. */
  readonly isFit = $derived(Number.isInteger(this.uses) && this.uses >= 1 && this.uses <= this.most);

  pick(form: LinkForm): void {
    this.form = form;
    this.uses = USES[form].usual;
  }

  approve(needed: boolean): void {
    this.#approval = needed;
  }
}
