// Inviting: what the dialog offers, what each typed contact would come to, and sending.
import type {
  Command,
  ContactLine,
  Failure,
  Grant,
  InvitationView,
  InviteForm,
  LinkForm,
  Locale,
  MailDomainsView,
} from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { refusalText } from '../text/reason';
import { at, go, here } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { hear, View } from './view.svelte';

/** The device takes so many contacts in one question. */
const MOST = 500;

/** What the dialog begins with. */
export type Draft = {
  /** Contacts as they would be typed. */
  text: string;
  level: string | null;
  /** Everything that is given, where it is more than the level. */
  grant: Grant | null;
  /** What is written to them. */
  message: string;
  /** The language of the letter. */
  locale: Locale | null;
  /** Whose place the one who is invited takes. */
  place: { position: string | null; staff: string | null } | null;
  /** The invitation that the new one takes the place of. */
  instead: { membership: string; contact: string } | null;
};

const NOTHING: Draft = { text: '', level: null, grant: null, message: '', locale: null, place: null, instead: null };
let draft = $state.raw<{ begins: Draft; whose: string | null }>({ begins: NOTHING, whose: null });

/** Opens the dialog; its address is `#/invitations/new`. */
export function compose(begin: Partial<Draft> = {}): void {
  draft = { begins: { ...NOTHING, ...begin }, whose: organisation()?.id ?? null };
  const place = here();
  go(place.screen === 'invitations' ? { ...place, id: 'new' } : at('invitations', 'new'));
}

/** The same invitation to another address: nothing more is given by it, and nothing of it is lost. */
export function inPlaceOf(
  { row, grant, message, locale, position, staff }: InvitationView,
  to: string,
): Partial<Draft> {
  return {
    text: row.name ? `"${row.name}" <${to}>` : to,
    level: row.level,
    grant,
    message: message ?? '',
    locale,
    place: { position, staff },
    instead: row.contact ? { membership: row.membership, contact: row.contact } : null,
  };
}

/** What the dialog begins with in the organisation it was opened in; asked for once. */
export function takeDraft(whose: string): Draft {
  const taken = draft;
  draft = { begins: NOTHING, whose: null };
  return taken.whose === whose ? taken.begins : NOTHING;
}

/** Why nobody can be invited here; none where it can be tried. */
export function noInviting(): string | null {
  const shown = organisation();
  return shown && !shown.may.invite ? refusalText({ code: 'forbidden', facts: { needs: 'invitations.manage' } }) : null;
}

class Composer {
  readonly view = new View<'invite_form'>('levels');
  readonly form = $derived<InviteForm | null>(this.view.answer);

  constructor() {
    hear('sync', () => this.view.refresh());
  }

  /** Asks while the dialog is open. */
  follow(): void {
    $effect(() => {
      const id = organisation()?.id;
      void this.view.ask(isSignedIn() && id ? { ask: 'invite_form', organisation: id } : null);
    });
    $effect(() => () => void this.view.ask(null));
  }
}

export const composer = new Composer();

/** What inviting each of these would come to, in their order. */
export async function check(organisation: string, contacts: string[], level: string): Promise<ContactLine[]> {
  const lines: ContactLine[] = [];
  for (let at = 0; at < contacts.length; at += MOST) {
    const some = contacts.slice(at, at + MOST);
    lines.push(
      ...(await query<'check_contacts'>({ ask: 'check_contacts', organisation, contacts: some, level })).lines,
    );
  }
  return lines;
}

export type Letter = { contact: string; name: string | null; position?: string | null; staff?: string | null };
export type Outcome = {
  commands: string[];
  failures: { contact: string; failure: Failure }[];
  /** Whether the invitation that another one takes the place of was taken back. */
  isReplaced: boolean;
};

type Sending = {
  organisation: string;
  to: readonly Letter[];
  /** Open invitations that are sent again. */
  again: readonly { membership: string; contact: string }[];
  /** The invitation that the first of these takes the place of. */
  instead: { readonly membership: string } | null;
  grant: Grant;
  locale: Locale | null;
  message: string;
};

/** One command for each letter; what could not be saved is answered with its reason. */
export async function send(sending: Sending, told: (done: number) => void): Promise<Outcome> {
  const { organisation, to, again, instead } = sending;
  const ids = to.length === 0 ? [] : await newIds(to.length);
  const commands: { contact: string; command: Command }[] = [
    ...to.map((letter, at) => ({ contact: letter.contact, command: inviting(sending, letter, ids[at] ?? '') })),
    ...again.map(({ contact, membership }) => ({
      contact,
      command: { type: 'resend_invitation' as const, membership },
    })),
  ];
  const outcome: Outcome = { commands: [], failures: [], isReplaced: false };
  for (const [at, { contact, command }] of commands.entries()) {
    // Both or neither, so that nobody is left without an invitation. The earlier one goes first: nobody of the staff is
    // invited twice at once.
    const revoked: Command[] =
      instead && at === 0 ? [{ type: 'revoke_invitation', membership: instead.membership }] : [];
    const [first = command, ...rest] = [...revoked, command];
    try {
      const { id, and } = await execute(organisation, first, ...rest);
      outcome.commands.push(id, ...and);
      outcome.isReplaced ||= revoked.length > 0;
    } catch (failure) {
      outcome.failures.push({ contact, failure: failure as Failure });
    }
    told(at + 1);
  }
  return outcome;
}

function inviting({ grant, locale, message }: Sending, letter: Letter, membership: string): Command {
  const { contact, name, position, staff } = letter;
  return {
    type: 'invite_person',
    membership,
    contact,
    grant,
    ...(name ? { name } : {}),
    ...(position ? { position } : {}),
    ...(staff ? { staff } : {}),
    ...(locale ? { locale } : {}),
    ...(message ? { message } : {}),
  };
}

type NewLink = {
  name: string;
  form: LinkForm;
  level: string;
  needsApproval: boolean;
  maxUses: number;
  domains: string[];
};

/** What was typed as mail domains, each as the rules keep it, and how many a link may be for. */
export function readDomains(typed: string[]): Promise<MailDomainsView> {
  return query<'mail_domains'>({ ask: 'mail_domains', typed });
}

/** Makes a link, in contact with the server only; answers its id. */
export async function makeLink(organisation: string, link: NewLink): Promise<string> {
  const [id = ''] = await newIds(1);
  await execute(organisation, {
    type: 'make_link',
    link: id,
    name: link.name,
    form: link.form,
    level: link.level,
    needs_approval: link.needsApproval,
    max_uses: link.maxUses,
    ...(link.domains.length > 0 ? { domains: link.domains } : {}),
  });
  return id;
}

/** New identities, as many as the device makes at once. */
async function newIds(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const more = await query<'ids'>({ ask: 'ids', count: Math.min(100, count - ids.length) });
    if (more.ids.length === 0) break;
    ids.push(...more.ids);
  }
  return ids;
}

/** What was sent, in one sentence. */
export function sentText(invited: number, again: number): string {
  if (again === 0) return t('invited', { count: invited });
  if (invited === 0) return t('sent-again', { count: again });
  return t('invited-and-again', { count: invited, again });
}
