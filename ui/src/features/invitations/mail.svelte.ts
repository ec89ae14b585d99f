// Invitations by letter or text message while they are composed. What was typed stays until it is sent, also when the dialog is closed.
import type { ContactLine, ContactOutcome, Grant, Locale } from '../../bindings/contract';
import { check, type Draft } from '../../stores/composer.svelte';
import { Drafts } from '../../stores/drafts';
import { complain } from '../../stores/toast.svelte';
import { taken, type Typed } from './contacts';

/** What was typed, with what inviting it would come to as soon as that is known. */
export type MailLine = { typed: Typed; line: ContactLine | null };

type Answered = ReadonlyMap<string, ContactLine>;
/** All lines, and by what comes of them, with what they were made of. */
type Sorted = {
  typed: readonly Typed[];
  answered: Answered;
  lines: readonly MailLine[];
  of: ReadonlyMap<ContactOutcome | null, readonly MailLine[]>;
  unreached: readonly MailLine[];
};

function sorted(typed: readonly Typed[], answered: Answered): Sorted {
  const lines = typed.map((one): MailLine => ({ typed: one, line: answered.get(one.contact) ?? null }));
  const of = new Map<ContactOutcome | null, MailLine[]>();
  for (const one of lines) {
    const outcome = one.line?.outcome ?? null;
    const alike = of.get(outcome) ?? [];
    alike.push(one);
    of.set(outcome, alike);
  }
  return { typed, answered, lines, of, unreached: lines.filter(({ line }) => line?.unreached) };
}

export class Mail {
  constructor(readonly kind: 'email' | 'sms') {}

  typed = $state.raw<readonly Typed[]>([]);
  level = $state<string | null>(null);
  /** What is given besides the level: rooms, dates, single rights. */
  grant = $state.raw<Grant | null>(null);
  locale = $state<Locale | null>(null);
  message = $state('');
  /** Whether open invitations of those typed are sent again. */
  again = $state(false);
  instead = $state.raw<Draft['instead']>(null);
  #lines = $state.raw<Answered>(new Map());
  #asked = '';
  #last: Sorted | null = null;

  /** Thousands are gone through once for each answer, however often they are read. No `$derived`, which would be over
   * together with the screen that asked first: this one outlives it. */
  get #sorted(): Sorted {
    const [typed, answered] = [this.typed, this.#lines];
    if (this.#last?.typed !== typed || this.#last.answered !== answered) this.#last = sorted(typed, answered);
    return this.#last;
  }

  get lines(): readonly MailLine[] {
    return this.#sorted.lines;
  }

  get isChecked(): boolean {
    return !this.#sorted.of.has(null);
  }

  of(outcome: ContactOutcome): readonly MailLine[] {
    return this.#sorted.of.get(outcome) ?? [];
  }

  get fresh() {
    return this.of('new');
  }

  get members() {
    return this.of('already_member');
  }

  get invited() {
    return this.of('already_invited');
  }

  get waiting() {
    return this.of('request_waiting');
  }

  get refused() {
    return this.of('refused');
  }

  get malformed() {
    return this.of('malformed');
  }

  /** Phones that the server sends nothing to. */
  get unreached() {
    return this.#sorted.unreached;
  }

  get resent() {
    return this.again ? this.invited : [];
  }

  get count(): number {
    return this.fresh.length + this.resent.length;
  }

  /** Begins anew, or goes on with what was typed before; a level that nobody was to get is proposed again. */
  begin(draft: Draft | null): void {
    if (this.typed.length === 0 && this.message.trim() === '') this.clear();
    if (draft === null) return;
    if (draft.text !== '') this.typed = taken(draft.text).map((typed) => ({ ...typed, ...draft.place }));
    if (draft.level !== null) this.choose(draft.level);
    if (draft.grant !== null) this.give(draft.grant);
    if (draft.message !== '') this.message = draft.message;
    if (draft.locale !== null) this.locale = draft.locale;
    this.instead = draft.instead;
  }

  /** Takes a level; what is given besides stays. */
  choose(level: string): void {
    this.level = level;
    if (this.grant) this.grant = { ...this.grant, level };
  }

  /** Takes everything that will be given. */
  give(grant: Grant): void {
    [this.level, this.grant] = [grant.level, grant];
  }

  /** What is given at a level. */
  at(level: string): Grant {
    return this.grant?.level === level ? this.grant : { level };
  }

  add(text: string): void {
    const here = new Set(this.typed.map(({ contact }) => contact.toLowerCase()));
    this.typed = [...this.typed, ...taken(text).filter(({ contact }) => !here.has(contact.toLowerCase()))];
  }

  drop(contacts: readonly string[]): void {
    this.typed = this.typed.filter(({ contact }) => !contacts.includes(contact));
  }

  /** Takes another spelling of a contact that was typed. */
  respell(contact: string, meant: string): void {
    this.typed = this.typed.map((typed) => (typed.contact === contact ? { ...typed, contact: meant } : typed));
  }

  clear(): void {
    [this.typed, this.message, this.again, this.instead] = [[], '', false, null];
    [this.level, this.grant, this.locale] = [null, null, null];
  }

  /** Asks what inviting those who are typed would come to; what is known of them is replaced when the answer is here. */
  async check(organisation: string, level: string): Promise<void> {
    const contacts = this.typed.map(({ contact }) => contact);
    const asked = JSON.stringify([organisation, level, contacts]);
    this.#asked = asked;
    if (contacts.length === 0) return;
    try {
      const lines = await check(organisation, contacts, level);
      if (asked !== this.#asked) return;
      this.#lines = new Map(contacts.flatMap((contact, at) => (lines[at] ? [[contact, lines[at]] as const] : [])));
    } catch (failure) {
      if (asked === this.#asked) complain(failure);
    }
  }
}

/** What is composed in each organisation. */
export const letters = new Drafts(() => ({ email: new Mail('email'), sms: new Mail('sms') }));
