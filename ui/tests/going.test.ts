// Going to somebody in the work of another organisation than the one that is shown, or of all.
import { beforeEach, expect, test, vi } from 'vitest';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '#/requests/one' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
vi.stubGlobal('history', { state: null, pushState: vi.fn(), replaceState: vi.fn() });
const organisations = ['salon', 'spa'].map((id) => ({ id, gone: false }));
vi.mock('../src/ipc', () => ({
  query: () => Promise.resolve({ organisations }),
  act: () => Promise.resolve(),
  onChanged: () => Promise.resolve(),
  startedWith: () => null,
}));
const { at, here, turnTo, whose } = await import('../src/stores/route.svelte');
const { goIn, recount } = await import('../src/stores/session.svelte');

beforeEach(async () => {
  turnTo(null);
  await recount();
});

test('from the work of all one comes to the person in their organisation', () => {
  goIn(at('people', 'anna'), 'spa');
  expect([whose(), here().screen, here().id]).toEqual(['spa', 'people', 'anna']);
});

test('the work of another organisation gives way', () => {
  turnTo('salon');
  goIn(at('people', 'anna'), 'spa');
  expect([whose(), here().id]).toEqual(['spa', 'anna']);
});

test('an organisation that is not known here changes nothing of whose work is shown', () => {
  turnTo('salon');
  goIn(at('people', 'anna'), 'gone');
  expect([whose(), here().id]).toEqual(['salon', 'anna']);
});
