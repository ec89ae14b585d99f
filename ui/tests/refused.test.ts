// Why something was refused, and which rule said no.
import { beforeEach, expect, test, vi } from 'vitest';

import type { Refusal } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('document', { documentElement: {} });
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
const { refusalText, ruleOf, ruleText, whyWithRule } = await import('../src/text/reason');
const { speak } = await import('../src/text/language.svelte');
const { complain, toast } = await import('../src/stores/toast.svelte');

beforeEach(() => speak('en'));

test('dates name the one rule that speaks against them, and all where it was not said', () => {
  expect(ruleText({ code: 'dates', facts: 'R-26' })).toContain('R-26');
  expect(ruleText({ code: 'dates', facts: 'R-26' })).not.toContain('R-30');
  expect(ruleText({ code: 'dates', facts: null })).toMatch(/R-26.*R-30/);
  // What an older version kept has no facts at all.
  expect(ruleText({ code: 'dates' } as unknown as Refusal)).toMatch(/R-26.*R-30/);
});

test('a missing permission is named', () => {
  const text = refusalText({ code: 'forbidden', facts: { needs: 'members.manage' } });
  expect(text).toContain('memberships');
  expect(refusalText({ code: 'forbidden', facts: { needs: null } })).not.toBe(text);
});

test('gates say who changes them, in every language (R-32, R-33)', () => {
  const operator = {
    en: 'runs the server',
    ru: 'оператор сервера',
    et: 'serveri haldaja',
    ro: 'operatorul serverului',
  };
  for (const [locale, word] of Object.entries(operator)) {
    speak(locale as keyof typeof operator);
    for (const code of ['plan_required', 'external_sign_in'] as const) expect(refusalText({ code })).toContain(word);
  }
});

test('a message over the list and a barred button carry the rule, and what is no refusal has none', () => {
  complain({ code: 'target_above', refusal: { code: 'target_above' }, retry: false });
  expect(toast()?.refusal).toEqual({ code: 'target_above' });
  expect(whyWithRule({ code: 'target_above' })).toContain('R-21');
  expect(ruleOf('Choose a level.')).toBe('');
});
