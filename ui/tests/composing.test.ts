// An invitation that went to a wrong address is given anew with all that it gave, and nothing else.
import { beforeEach, expect, test, vi } from 'vitest';

import type { Command, InvitationView } from '../src/bindings/contract';

const given: Command[] = [];
vi.mock('../src/ipc', () => ({
  execute: (_: string, command: Command) =>
    Promise.resolve({ id: `c${given.push(command)}`, certain: true, held_ms: 0 }),
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

beforeEach(() => void (given.length = 0));

async function sent(view: InvitationView): Promise<Command[]> {
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
  await send(
    {
      organisation: 'o',
      to: mail.typed,
      again: [],
      revoked: mail.instead ? [mail.instead] : [],
      grant: mail.at(mail.level ?? ''),
      locale: mail.locale,
      message: mail.message,
    },
    () => undefined,
  );
  return given;
}

test('the end, the limit, extras, message, language and position go along', async () => {
  const [invite, revoke] = await sent(BOUNCED);
  expect(invite).toEqual({
    type: 'invite_person',
    membership: 'new',
    contact: 'mari@gmail.com',
    name: 'Mari Maasikas',
    grant: GRANT,
    locale: 'et',
    message: 'Welcome',
    position: 'Massage',
  });
  expect(revoke).toEqual({ type: 'revoke_invitation', membership: 'old' });
});

test('one of the staff is let go of before they are invited again', async () => {
  const [first, second] = await sent({ ...BOUNCED, staff: 'mari' });
  expect(first?.type).toBe('revoke_invitation');
  expect(second).toMatchObject({ type: 'invite_person', staff: 'mari' });
});
