// An invitation that went to a wrong address is given anew with all that it gave, and nothing else.
import { beforeEach, expect, test, vi } from 'vitest';

import type { Command, InvitationView } from '../src/bindings/contract';

const given: Command[][] = [];
let isRefused = false;
vi.mock('../src/ipc', () => ({
  execute: (_: string, ...commands: Command[]) => {
    if (isRefused) return Promise.reject(new Error('refused'));
    const id = `c${given.push(commands)}`;
    return Promise.resolve({ id, and: commands.slice(1).map((_, at) => `${id}-${at}`), certain: true, held_ms: 0 });
  },
  query: () => Promise.resolve({ ids: ['new'] }),
  act: () => Promise.resolve(),
  onChanged: () => Promise.resolve(),
}));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
vi.mock('../src/stores/route.svelte', () => ({ at: vi.fn(), go: vi.fn(), here: vi.fn() }));
vi.mock('../src/stores/session.svelte', () => ({ isSignedIn: () => true, organisation: () => null }));
const { inPlaceOf, send } = await import('../src/stores/composer.svelte');
const { Mail } = await import('../src/features/invitations/mail.svelte');

const GRANT = { level: 'staff', extras: ['bookings.all'], sites: ['s'], ends_at: 7, limit: ['s'] };
const BOUNCED = {
  row: { membership: 'old', contact: 'mari@gmial.com', name: 'Mari Maasikas', level: 'staff' },
  grant: GRANT,
  message: 'Welcome',
  locale: 'et',
  position: 'Massage',
  staff: null,
} as unknown as InvitationView;

beforeEach(() => void ([given.length, isRefused] = [0, false]));

/** Sends an invitation again to another address, and one more. */
async function sent(view: InvitationView) {
  const mail = new Mail('email');
  mail.begin({
    text: '',
    level: null,
    grant: null,
    message: '',
    locale: null,
    place: null,
    instead: null,
    ...inPlaceOf(view, 'mari@gmail.com'),
  });
  mail.add('jaan@gmail.com');
  const { instead, locale, message } = mail;
  const grant = mail.at(mail.level ?? '');
  return send({ organisation: 'o', to: mail.typed, again: [], instead, grant, locale, message }, () => undefined);
}

test('the end, the limit, extras, message, language and position go along', async () => {
  const { commands, isReplaced } = await sent(BOUNCED);
  expect(given[0]).toEqual([
    { type: 'revoke_invitation', membership: 'old' },
    {
      type: 'invite_person',
      membership: 'new',
      contact: 'mari@gmail.com',
      name: 'Mari Maasikas',
      grant: GRANT,
      locale: 'et',
      message: 'Welcome',
      position: 'Massage',
    },
  ]);
  expect(isReplaced).toBe(true);
  expect(commands).toEqual(['c1', 'c1-0', 'c2']);
});

test('one of the staff is let go of before they are invited again, and the others go by themselves', async () => {
  await sent({ ...BOUNCED, staff: 'mari' });
  expect(given.map((commands) => commands.map(({ type }) => type))).toEqual([
    ['revoke_invitation', 'invite_person'],
    ['invite_person'],
  ]);
  expect(given[0]?.[1]).toMatchObject({ staff: 'mari' });
});

test('what is refused leaves the earlier invitation as it is', async () => {
  isRefused = true;
  const { commands, failures, isReplaced } = await sent(BOUNCED);
  expect([commands, isReplaced]).toEqual([[], false]);
  expect(failures.map(({ contact }) => contact)).toEqual(['mari@gmail.com', 'jaan@gmail.com']);
});
