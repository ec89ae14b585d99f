// What a text message comes to is said before it is sent (SMS-1).
import { expect, test } from 'vitest';

import { measure, textMessage } from '../src/features/invitations/text-message';

test.each([
  ['a'.repeat(160), 160, 160, 1],
  ['a'.repeat(161), 161, 306, 2],
  ['€'.repeat(80), 160, 160, 1],
  ['ж'.repeat(70), 70, 70, 1],
  ['ж'.repeat(71), 71, 134, 2],
  [`${'a'.repeat(69)}ț`, 70, 70, 1],
  [`${'a'.repeat(70)}õ`, 71, 134, 2],
])('%s', (text, length, room, messages) => {
  expect(measure(text)).toEqual({ length, room, messages });
});

const form = { countries: ['+7'], sender: 'Doorward', link_length: 60 };

test('a long name is shortened until two messages hold it', () => {
  const message = textMessage('ru', 'Технопарк '.repeat(8), form);
  expect(message.messages).toBe(2);
  expect(message.words).toMatch(/^Технопарк .*\.\.\. приглашает вас: $/);
});

test('a name with dots is no link on a phone', () => {
  expect(textMessage('en', 'evil.example', form).words).toBe('evil example invites you: ');
});
