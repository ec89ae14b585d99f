// What is typed and not sent yet: each account's own in each organisation, and gone once the account signs out.
import type { KnownOrganisation } from '../bindings/contract';

/** In which organisation something is written, and for which account. */
type Desk = Pick<KnownOrganisation, 'id' | 'account'>;

const everywhere: Pick<Drafts<unknown>, 'forget'>[] = [];

export class Drafts<T> {
  /** By account, then by organisation. */
  readonly #kept = new Map<string, Map<string, T>>();

  /** `blank` makes one of which nothing is written yet. */
  constructor(private readonly blank: () => T) {
    everywhere.push(this);
  }

  /** What was written there so far. */
  of({ id, account }: Desk): T {
    const its = this.#kept.get(account) ?? new Map<string, T>();
    const draft = its.get(id) ?? this.blank();
    this.#kept.set(account, its.set(id, draft));
    return draft;
  }

  forget(account: string): void {
    this.#kept.delete(account);
  }
}

/** Forgets what an account wrote anywhere and did not send. */
export function forgetDrafts(account: string): void {
  for (const drafts of everywhere) drafts.forget(account);
}
