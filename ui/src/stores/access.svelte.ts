// The editor of access: a draft for one person or several, what it comes to, and saving it. Nothing is changed before.
import { untrack } from 'svelte';

import type {
  AccessFormView,
  AccessSubject,
  Command,
  Grant,
  GrantPart,
  PersonRow,
  PersonView,
  Version,
} from '../bindings/contract';
import { query } from '../ipc';
import { changedMeanwhile, commandOf, give, isOvertaken, versionsOf, withdraw, type Meanwhile } from './giving';
import { inTurn } from './turns';
import { View } from './view.svelte';

/** Whose access it is; nobody's where invitations are being written. */
export type Whose = { readonly organisation: string; readonly memberships: readonly string[] };

/** Whom a form is about, where that is one person. */
const oneOf = (form: AccessFormView | null) => (form?.subjects.length === 1 ? (form.subjects[0] ?? null) : null);

/** Of several people, these are given to everybody as they are chosen; of the others, what was pressed. */
const AS_ONE: ReadonlySet<string> = new Set<GrantPart>(['level', 'limited_to', 'starts_at', 'ends_at']);

class Access {
  readonly view = new View<'access_form'>('people');
  readonly form = $derived(this.view.answer);
  #whose = $state.raw<Whose | null>(null);
  #draft = $state.raw<Grant | null>(null);
  #begun = $state.raw<AccessFormView | null>(null);
  /** Those it is about as they were when the draft was begun, or looked at anew. */
  #seen = $state.raw<readonly AccessSubject[]>([]);
  #whole = $state.raw<ReadonlySet<GrantPart>>(new Set());

  /** Whether saving ends the sign-in that stands on the base box of staff access, in place of the draft (RES-21). */
  withdraws = $state(false);
  /** What the history keeps about why, as it is typed. */
  note = $state('');

  /** The draft, as far as it has come. */
  readonly grant = $derived(this.#draft ?? this.form?.grant ?? null);
  /** Whether anything was chosen; before, it is what is there or what is proposed. */
  readonly isTouched = $derived(this.#draft !== null);
  /** What was there when the draft was begun, where something else is there by now. */
  readonly overtaken = $derived.by(() => {
    const [begun, now] = [oneOf(this.#begun), oneOf(this.form)];
    return begun && now && isOvertaken(begun, now) ? this.#begun : null;
  });
  /** Of several people, whose access is another one by now. */
  readonly meanwhile = $derived<readonly Meanwhile[]>(
    this.#isMany && this.form ? changedMeanwhile(this.#seen, this.form.subjects) : [],
  );
  /** Those to whom saving gives the draft. */
  readonly given = $derived(
    this.form?.subjects.filter(
      ({ act, refusal, unchanged }) => act === this.form?.act && refusal === null && !unchanged,
    ) ?? [],
  );

  /** Begins with somebody's access as it is, or as it is proposed; call it in an effect. */
  follow(whose: Whose, begins: Grant | null = null): void {
    this.#whose = whose;
    [this.withdraws, this.note] = [false, ''];
    [this.#draft, this.#begun, this.#seen] = [begins, null, []];
    [this.view.answer, this.view.failure] = [null, null];
    const isMany = whose.memberships.length > 1;
    // What several people begin with is their level; everything else is theirs.
    this.#whole = new Set(isMany && begins ? ['level'] : []);
    // What is asked for changes with every choice, and no choice begins anew.
    void untrack(() => this.#begin());
  }

  async #begin(): Promise<void> {
    await this.#ask();
    [this.#begun, this.#seen] = [this.form, this.form?.subjects ?? []];
    if (this.#isMany && this.form) this.#draft = this.form.grant;
  }

  get #isMany(): boolean {
    return (this.#whose?.memberships.length ?? 0) > 1;
  }

  leave(): void {
    this.#whose = null;
    void this.view.ask(null);
  }

  /** Goes on with another draft; what is copied is given as a whole. */
  become(change: Partial<Grant>, isCopied = false): void {
    const { grant } = this;
    if (!grant) return;
    this.withdraws = false;
    const parts = Object.keys(change) as GrantPart[];
    this.#whole = new Set([...this.#whole, ...parts.filter((part) => isCopied || AS_ONE.has(part))]);
    this.#draft = { ...grant, ...change };
    void this.#ask();
  }

  /** Goes on with another first or last day, or with none. */
  last(day: 'starts_at' | 'ends_at', at: number | null): void {
    const { grant } = this;
    if (!grant) return;
    const { [day]: _, ...rest } = grant;
    this.#whole = new Set([...this.#whole, day]);
    this.#draft = at === null ? rest : { ...rest, [day]: at };
    void this.#ask();
  }

  /** Goes on from what somebody else made of it: with theirs, or with one's own draft. */
  goOn(mine: boolean): void {
    this.#seen = this.form?.subjects ?? [];
    if (this.#isMany && mine) return;
    // Of several people, what nobody touched is theirs, and is begun with anew.
    this.#begun = this.#isMany ? null : this.form;
    if (!mine) [this.#draft, this.#whole] = [null, new Set()];
    void (this.#isMany ? this.#begin() : this.#ask());
  }

  /** What saving sends for the one person it is about; none where it says nothing to them. */
  get command(): Command | null {
    const { form } = this;
    if (this.withdraws) return form?.staff?.withdraw ?? null;
    const [subject, ...others] = this.given;
    if (!form || !subject || others.length > 0) return null;
    return commandOf(subject, { note: this.note, begun: this.#basedOn });
  }

  /** The version of the one person it is about that the draft rests on. */
  get #basedOn(): Version | undefined {
    const begun = oneOf(this.#begun);
    return begun ? versionsOf([begun], this.form?.subjects ?? []).get(begun.membership) : undefined;
  }

  async #ask(): Promise<void> {
    const whose = this.#whose;
    if (!whose) return;
    const based_on = this.#basedOn;
    await this.view.ask({
      ask: 'access_form',
      organisation: whose.organisation,
      memberships: [...whose.memberships],
      ...(this.#draft ? { grant: this.#draft } : {}),
      ...(based_on === undefined ? {} : { based_on }),
      ...(this.#isMany && this.#begun ? { begun: this.#begun.grant } : {}),
      ...(this.#isMany ? { whole: [...this.#whole] } : {}),
    });
  }

  /** Saves the draft for everybody who can be given it; says what was done, and has a way back. Answers whom it was given. */
  async save(done: (count: number) => string): Promise<readonly string[]> {
    const [whose, given] = [this.#whose, this.given];
    const [note, begun] = [this.note, versionsOf(this.#seen, this.form?.subjects ?? [])];
    if (!whose) return [];
    const ends = this.withdraws ? this.command : null;
    if (ends) return inTurn(() => withdraw(whose.organisation, whose.memberships[0] ?? '', ends, done));
    return inTurn(() => give(whose.organisation, given, { note, begun }, done));
  }
}

/** The first people that a search finds, to copy from. */
export async function findPeople(organisation: string, search: string): Promise<readonly PersonRow[]> {
  if (search.trim() === '') return [];
  return (await query<'people'>({ ask: 'people', organisation, search, limit: 6 })).rows;
}

/** What somebody has. */
export async function accessOf(organisation: string, membership: string): Promise<Grant | null> {
  const { grant }: PersonView = await query<'person'>({ ask: 'person', organisation, membership });
  return grant;
}

export const access = new Access();
