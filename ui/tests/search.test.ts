// The palette finds what is meant (UI_SPEC 7.9).
import { expect, test } from 'vitest';

import { format } from '../src/text/fluent';
import { passages, readings, score, scoreAbroad } from '../src/text/search';

const invite = [format('en', 'invite-people'), format('ru', 'invite-people')];

test.each([
  ['the word itself', 'invite'],
  ['typed on a Russian layout', 'штмшеу'],
  ['also as capitals', 'ШТМШЕУ'],
  ['the Russian word', 'приглас'],
  ['the Russian word typed on a Latin layout', 'ghbukfc'],
  ['initials of its words', 'ip'],
])('%s finds inviting', (_, typed) => {
  expect(score(typed, invite)).toBeGreaterThan(0);
});

test('marks do not matter', () => {
  expect(score('branza', ['Ștefan Brânză'])).toBeGreaterThan(0);
  expect(score('ounapuu', ['Mihkel Õunapuu'])).toBeGreaterThan(0);
  expect(score('семен', ['Семён'])).toBe(1);
});

test('letters strewn about are no match', () => {
  expect(score('zzz', invite)).toBe(0);
  expect(score('qqqq', invite)).toBe(0);
  expect(score('vtl', ['Invite people'])).toBe(0);
});

test('a beginning weighs more than a word within, and that more than a piece of a word', () => {
  const [start, word, piece] = ['people here', 'invite people', 'unpeopled'].map((text) => score('people', [text]));
  expect(start).toBeGreaterThan(word ?? 1);
  expect(word).toBeGreaterThan(piece ?? 1);
});

test('a name in another language counts half, and only where a word begins so', () => {
  expect(scoreAbroad('приг', invite)).toBe(0.5);
  expect(scoreAbroad('гласи', invite)).toBe(0);
  expect(score('гласи', invite)).toBeGreaterThan(0);
});

test('nothing typed leaves everything', () => {
  expect(score(' ', invite)).toBe(1);
  expect(readings('j')).toEqual(['j', 'о']);
});

const told = (typed: string, text: string) =>
  passages(typed, text)
    .map(({ text, isMeant }) => (isMeant ? `[${text}]` : text))
    .join('');

test('the letters that were meant are told apart, whatever marks they carry', () => {
  expect(told('branza', 'Ștefan Brânză')).toBe('Ștefan [Brânză]');
  expect(told('семе', 'Семён')).toBe('[Семё]н');
  expect(told('штм', 'Invite people')).toBe('[Inv]ite people');
  expect(told('ip', 'Invite people')).toBe('[I]nvite [p]eople');
  expect(told('ste', 'S\u0327tefan'), 'a letter and its mark stay together').toBe('[\u015Ete]fan');
  expect(told('', 'Invite people')).toBe('Invite people');
  expect(told('zzz', 'Invite people')).toBe('Invite people');
});
