// The words of the letter that invites, from the messages that the server writes it with.
import { FluentBundle, FluentResource } from '@fluent/bundle';

import { IMPLIED, type Permission } from '../../bindings/contract';
import { format, has, type Locale } from '../../text/fluent';

const files = import.meta.glob<string>('../../../../locales/*/{letters,words}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type Invited = {
  organisation: string;
  inviter: string;
  contact: string;
  level: string;
  permissions: readonly Permission[];
  message: string;
  /** The end of the term. */
  until: number;
};

export type LetterText = {
  subject: string;
  hello: string;
  text: string;
  /** What the inviter adds, with its title. */
  quote: { title: string; text: string } | null;
  able: { title: string; lines: string[] };
  button: string;
  after: string;
  why: string;
};

/** What somebody can do, as letters list it: what another right includes goes without saying. */
function lines(locale: Locale, level: string, permissions: readonly Permission[]): string[] {
  // Of those who may do everything there is one sentence instead of a list.
  const whole = `able-${level}`;
  if (has(locale, whole)) return [format(locale, whole)];
  const included = new Set(permissions.map((permission) => IMPLIED[permission]));
  const said = permissions.filter((permission) => !included.has(permission));
  return said.map((permission) => format(locale, `permission-${permission.replaceAll(/[._]/g, '-')}`));
}

/** One of the messages that the server writes to people with. */
export function letterWords(locale: Locale, id: string, values: Record<string, string>): string {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of ['letters', 'words']) {
    bundle.addResource(new FluentResource(files[`../../../../locales/${locale}/${file}.ftl`] ?? ''));
  }
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, values) : id;
}

/** The letter in its reader's language; `levelName` is what the level is called in it. */
export function letter(locale: Locale, of: Invited, levelName: string): LetterText {
  const until = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long' }).format(of.until);
  const values = {
    organisation: of.organisation,
    inviter: of.inviter,
    contact: of.contact,
    level: levelName,
    until,
  };
  const say = (id: string) => letterWords(locale, id, values);
  return {
    subject: say('letter-invitation-subject'),
    hello: say('letter-hello-plain'),
    text: say('letter-invitation-text'),
    quote: of.message ? { title: say('letter-invitation-message'), text: of.message } : null,
    able: { title: say('letter-able'), lines: lines(locale, of.level, of.permissions) },
    button: say('letter-invitation-button'),
    after: say('letter-invitation-until'),
    why: say('letter-invitation-why'),
  };
}
