// What is typed and not sent stays with whoever typed it, where they typed it; the next dialog proposes anew.
import { beforeEach, expect, test, vi } from 'vitest';

import type { InviteForm } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '#/import' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
vi.stubGlobal('history', { state: null, pushState: vi.fn(), replaceState: vi.fn() });
const of = (id: string, account: string) => ({ id, account, gone: false });
const FAILED = Object.assign(new Error(), { code: 'offline', refusal: null, retry: true });
let broken: string | null = null;
let organisations = [of('salon', 'olga'), of('spa', 'olga')];
vi.mock('../src/ipc', () => ({
  query: () => Promise.resolve({ organisations, signed_in: {} }),
  act: (asked: { do: string; step?: string }) => (asked.step === broken ? Promise.reject(FAILED) : Promise.resolve()),
  onChanged: () => Promise.resolve(),
  startedWith: () => null,
}));
const { letters } = await import('../src/features/invitations/mail.svelte');
const { imports } = await import('../src/stores/import.svelte');
const { compose, takeDraft } = await import('../src/stores/composer.svelte');
const { lastTold, tell } = await import('../src/stores/toast.svelte');
const { turnTo } = await import('../src/stores/route.svelte');
const { recount, signOut } = await import('../src/stores/session.svelte');
const form = {
  levels: [{ level: 'staff' }, { level: 'administrator' }],
  proposed: 'administrator',
} as unknown as InviteForm;

beforeEach(async () => {
  broken = null;
  organisations = [of('salon', 'olga'), of('spa', 'olga')];
  await signOut('olga', false);
  await recount();
});

test('what is typed in one organisation is not begun with in another, and is there when one is back', () => {
  const { email } = letters.of(of('salon', 'olga'));
  email.begin(null);
  email.add('mari@mail.example');
  email.give({ level: 'staff', rooms: ['of-the-salon'] });
  const elsewhere = letters.of(of('spa', 'olga')).email;
  elsewhere.begin(null);
  expect([elsewhere.typed, elsewhere.level, elsewhere.grant]).toEqual([[], null, null]);
  letters.of(of('salon', 'olga')).email.begin(null);
  expect(email.typed.map(({ contact }) => contact)).toEqual(['mari@mail.example']);
  expect(email.grant?.rooms).toEqual(['of-the-salon']);
});

test('whoever signs in next finds nothing of whoever signed out', async () => {
  letters.of(of('salon', 'olga')).sms.add('+37255512345');
  expect(letters.of(of('salon', 'kadri')).sms.typed).toEqual([]);
  await signOut('olga', false);
  expect(letters.of(of('salon', 'olga')).sms.typed).toEqual([]);
});

test('the level of what was sent, or of nobody, is not proposed again', () => {
  const { email } = letters.of(of('salon', 'olga'));
  email.add('mari@mail.example');
  email.choose('staff');
  email.locale = 'et';
  email.clear();
  expect([email.level, email.locale]).toEqual([null, null]);
  email.choose('owner');
  email.begin(null);
  expect(email.level, 'the dialog was left without anybody in it').toBe(null);
});

test('a draft begins in the organisation it was meant for', () => {
  turnTo('salon');
  compose({ text: 'mari@mail.example' });
  expect(takeDraft('spa').text).toBe('');
  compose({ text: 'mari@mail.example' });
  expect(takeDraft('salon').text).toBe('mari@mail.example');
  expect(takeDraft('salon').text, 'once').toBe('');
});

test('a table gives what is proposed where nothing that exists here was chosen, and anew after it was left', async () => {
  turnTo('salon');
  expect(imports.levelIn(form)).toBe('administrator');
  imports.choices.level = 'staff';
  expect(imports.levelIn(form)).toBe('staff');
  expect(imports.levelIn({ ...form, levels: [] })).toBe('administrator');
  turnTo('spa');
  expect(imports.levelIn(form)).toBe('administrator');
  turnTo('salon');
  expect(imports.levelIn(form)).toBe('staff');
  await imports.leave();
  expect(imports.levelIn(form)).toBe('administrator');
});

test('a table that takes the place of another begins with what is proposed; one that cannot be opened changes nothing', async () => {
  vi.stubGlobal('FileReader', Reader);
  turnTo('salon');
  imports.choices.level = 'staff';
  broken = 'open_table';
  await imports.paste('not a table');
  broken = 'close_table';
  await imports.leave();
  expect(imports.levelIn(form), 'the table is still there').toBe('staff');
  broken = null;
  await imports.paste('mari@mail.example');
  expect(imports.levelIn(form)).toBe('administrator');
});

test('whoever signs in next takes back nothing that somebody else did', async () => {
  tell(() => 'paused', { back: () => Promise.resolve() });
  expect(lastTold(() => true)).not.toBeNull();
  await signOut('olga', false);
  expect(lastTold(() => true)).toBeNull();
});

test('thousands of addresses are gone through once for each answer, not at each look', () => {
  const { email } = letters.of(of('salon', 'olga'));
  email.add('mari@mail.example, oleg@mail.example');
  expect(email.lines).toBe(email.lines);
  expect(email.unreached).toBe(email.unreached);
  expect(email.isChecked).toBe(false);
  email.drop(['mari@mail.example']);
  expect(email.lines.map(({ typed }) => typed.contact)).toEqual(['oleg@mail.example']);
});

class Reader {
  result = 'data:,';
  onload = () => undefined;
  readAsDataURL() {
    this.onload();
  }
}
