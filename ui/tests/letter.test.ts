// The letter that is shown before it is sent says everything in its reader's language.
import { describe, expect, it } from 'vitest';

import { letter, letterWords, type Invited } from '../src/features/invitations/letter';
import { LOCALES } from '../src/text/fluent';

const OF: Invited = {
  organisation: 'Orchard Street',
  inviter: 'Olga Ivanova',
  contact: 'anna@example.net',
  level: 'staff',
  permissions: ['work.calendar_use'] as unknown as Invited['permissions'],
  message: 'Welcome!',
  until: Date.UTC(2026, 10, 30),
};

describe.each(LOCALES)('in %s', (locale) => {
  it('has words for every part of the letter', () => {
    const { subject, hello, text, quote, able, button, after, why } = letter(locale, OF, 'Staff');
    for (const said of [subject, hello, text, quote?.title, able.title, button, after, why]) {
      expect(said).toBeTruthy();
      expect(said).not.toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(said).not.toContain('{');
    }
    expect(subject).toContain(OF.organisation);
  });

  it('has the words of a text message', () => {
    const said = letterWords(locale, 'sms-invitation', { organisation: OF.organisation, link: 'https://x.example' });
    expect(said).toContain(OF.organisation);
  });
});
