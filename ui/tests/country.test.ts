// The country of a number stands beside it, so that a slip in the code is seen before a message is paid for (UI_SPEC 7.4).
import { expect, test, vi } from 'vitest';

let spoken = 'en';
vi.mock('../src/text/language.svelte', () => ({ language: () => spoken }));
const { countryOf } = await import('../src/text/country');

test('a number is of the country of its calling code, in the language of now', () => {
  expect(countryOf('+37255512345')).toBe('Estonia');
  expect(countryOf('+40721234567')).toBe('Romania');
  expect(countryOf('+79261234567')).toBe('Russia');
  expect(countryOf('+77011234567')).toBe('Kazakhstan');
  spoken = 'ru';
  expect(countryOf('+37369123456')).toBe('Молдова');
  spoken = 'en';
});

test('the names of a language are made once, however many numbers there are', () => {
  let made = 0;
  vi.stubGlobal('Intl', {
    DisplayNames: class {
      constructor() {
        made += 1;
      }
      of = () => 'Eesti';
    },
  });
  spoken = 'et';
  for (let digit = 0; digit < 9; digit += 1) expect(countryOf(`+3725551234${digit}`)).toBe('Eesti');
  vi.unstubAllGlobals();
  expect(made).toBe(1);
  spoken = 'en';
});

test('the code that many share, or what is no number, is of none', () => {
  for (const number of ['+12025550123', '+99912345678', '55512345', 'mari@mail.example', '+372']) {
    expect(countryOf(number), number).toBe(null);
  }
});
