// What people paste into the invitation dialog is taken apart as they meant it.
import { expect, test } from 'vitest';

import { taken } from '../src/features/invitations/contacts';

const contacts = (text: string) => taken(text).map(({ contact }) => contact);

test.each([
  ['commas', 'a@b.ee, c@d.ru,e@f.ro', ['a@b.ee', 'c@d.ru', 'e@f.ro']],
  ['lines, also those of Windows', 'a@b.ee\r\nc@d.ru\n\n', ['a@b.ee', 'c@d.ru']],
  ['semicolons, as Outlook writes them', 'a@b.ee; c@d.ru;', ['a@b.ee', 'c@d.ru']],
  ['a column of a spreadsheet', 'a@b.ee\tc@d.ru', ['a@b.ee', 'c@d.ru']],
  ['nothing but spaces between', 'a@b.ee c@d.ru', ['a@b.ee', 'c@d.ru']],
  ['a phone number keeps its spaces', '+373 69 123 456, a@b.ee', ['+373 69 123 456', 'a@b.ee']],
  ['a link to write to somebody', 'mailto:a@b.ee', ['a@b.ee']],
  ['nothing', ' ,;\n', []],
])('%s', (_, text, expected) => {
  expect(contacts(text)).toEqual(expected);
});

test('a name beside the address is the name of the person', () => {
  expect(taken('Ștefan Brânză <stefan@example.ro>, Анна Соколова <anna@example.ru>')).toEqual([
    { contact: 'stefan@example.ro', name: 'Ștefan Brânză' },
    { contact: 'anna@example.ru', name: 'Анна Соколова' },
  ]);
});

test('a comma inside quotes belongs to the name', () => {
  expect(taken('"Sokolova, Anna" <anna@example.ru>; b@c.ee')).toEqual([
    { contact: 'anna@example.ru', name: 'Sokolova, Anna' },
    { contact: 'b@c.ee', name: null },
  ]);
});

test('the same address twice is one person, however it is written', () => {
  expect(contacts('a@b.ee, A@B.ee, Anna <a@b.ee>')).toEqual(['a@b.ee']);
});

test('a name that the rules would refuse is left out rather than the person', () => {
  expect(taken(`${'x'.repeat(81)} <a@b.ee>`)).toEqual([{ contact: 'a@b.ee', name: null }]);
});

test('what is no address stays what was typed, so that it can be corrected', () => {
  expect(contacts('anna@@ya.ru, somebody')).toEqual(['anna@@ya.ru', 'somebody']);
});
