// A link while it is composed.
import type { LinkForm, LinkRow } from '../../bindings/contract';
import { readDomains } from '../../stores/composer.svelte';
import { complain } from '../../stores/toast.svelte';

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
  /** The mail domains it is for, as the rules keep them; none is for anybody. */
  domains = $state<string[]>([]);
  /** What is typed and not taken yet. */
  domainText = $state('');
  /** How many it may be for; without a bound until that is told, with the first that are typed. */
  mostDomains = $state(Infinity);
  #wrong = $state('');
  #taken: Promise<void> = Promise.resolve();
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
    link.domains = [...row.domains];
    return link;
  }

  /** A poster hangs where everybody sees it: whoever comes by it is always approved by somebody. */
  readonly isApprovalFixed = $derived(this.form === 'poster');
  readonly needsApproval = $derived(this.isApprovalFixed || (this.#approval ?? this.#usual() ?? true));
  readonly most = $derived(USES[this.form].most);

  /** Whether so many persons may use it. */
  readonly isFit = $derived(Number.isInteger(this.uses) && this.uses >= 1 && this.uses <= this.most);
  /** Whether something is typed that is no mail domain: it is never left out without a word. */
  readonly hasWrongDomain = $derived(this.#wrong !== '' && this.domainText.trim() === this.#wrong);
  readonly hasTooManyDomains = $derived(this.domains.length > this.mostDomains);
  /** Whether it is for so many domains, and all that is typed is one. */
  readonly hasFitDomains = $derived(!this.hasWrongDomain && !this.hasTooManyDomains);

  pick(form: LinkForm): void {
    this.form = form;
    this.uses = USES[form].usual;
  }

  /** Takes what is typed as domains; what is none stands in the field again. Answers whether nothing is left there. */
  takeDomains(): Promise<boolean> {
    if (this.hasWrongDomain) return Promise.resolve(false);
    const typed = this.domainText.split(/[\s,;]+/).filter(Boolean);
    this.domainText = '';
    // What is typed meanwhile is taken after it.
    if (typed.length > 0) this.#taken = this.#taken.then(() => this.#take(typed));
    return this.#taken.then(() => this.domainText.trim() === '');
  }

  async #take(typed: string[]): Promise<void> {
    let wrong = typed;
    try {
      const { lines, most } = await readDomains(typed);
      this.mostDomains = most;
      const read = lines.flatMap(({ domain }) => domain ?? []);
      this.domains = [...new Set([...this.domains, ...read])];
      wrong = lines.filter(({ domain }) => domain === null).map((line) => line.typed);
      this.#wrong = wrong.join(' ');
    } catch (failure) {
      complain(failure);
    }
    this.domainText = [...wrong, this.domainText].filter(Boolean).join(' ');
  }

  dropDomain(domain: string): void {
    this.domains = this.domains.filter((known) => known !== domain);
  }

  approve(needed: boolean): void {
    this.#approval = needed;
  }
}
