// What mail servers say becomes a reason that people understand (U2).
import { expect, test, vi } from 'vitest';

// The language is chosen as soon as it is read.
vi.stubGlobal('navigator', { languages: ['en'] });

const { leftAtOf, waitText, whyOf } = await import('../src/features/invitations/delivery');

test.each([
  ['550 5.1.1 <j@example.ee>: Recipient address rejected: User unknown', 'undelivered-unknown'],
  ['permanent error (550): No such user here', 'undelivered-unknown'],
  ['452 4.2.2 The email account that you tried to reach is over quota', 'undelivered-full'],
  ['550 5.7.1 Message rejected as spam', 'undelivered-refused'],
  ['550 5.1.2 Domain not found', 'undelivered-domain'],
  ['connection error: failed to lookup address information: Name or service not known', 'undelivered-domain'],
  ['Connection error: Connection refused (os error 111)', 'undelivered-unreachable'],
  ['554 go away', 'undelivered-other'],
])('%s', (reason, id) => {
  expect(whyOf('bounced', reason)).toBe(id);
});

test('a reason is only asked for where something went wrong', () => {
  expect(whyOf('sent', '250 ok')).toBeNull();
  expect(whyOf('failed', null)).toBe('undelivered-other');
  expect(whyOf('not_sent', null), 'the link to copy is the way left').toBe('undelivered-not-sent');
});

test('a text message has reasons of its own', () => {
  expect(whyOf('failed', 'the country is not among those that are written to', 'sms')).toBe('undelivered-country');
  expect(whyOf('failed', '503 Service Unavailable', 'sms')).toBe('undelivered-text');
  expect(whyOf('not_sent', null, 'sms')).toBe('undelivered-no-gateway');
});

test('what waits says why and until when', () => {
  const until = new Date(2026, 10, 21, 14, 20).getTime();
  expect(waitText({ why: 'asked', until })).toMatch(/asked to slow down; continuing at .*14:20/);
  const said = (['asked', 'unusable', 'limit'] as const).map((why) => waitText({ why, until }));
  expect(new Set(said).size).toBe(3);
});

test('a letter that has not left has no time at which it was sent', () => {
  const letter = { delivery: 'sent', pending: null, sent_at: 7 } as const;
  expect(leftAtOf(letter)).toBe(7);
  expect(leftAtOf({ ...letter, delivery: 'queued' })).toBeNull();
  expect(leftAtOf({ ...letter, delivery: 'not_sent' })).toBeNull();
  expect(leftAtOf({ ...letter, pending: 'c1' })).toBeNull();
});
