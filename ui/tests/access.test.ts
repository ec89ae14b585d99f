// Access as it is edited: the ready-made terms, what is said thing by thing, and what saving sends.
import { expect, test, vi } from 'vitest';

import type { AccessFormView, AccessSubject, PersonView } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
const { endOfTerm, termOf, TERMS } = await import('../src/components/access/terms');
const { aside, comesFrom, isLimited, keyOf, stays } = await import('../src/components/access/sentences');
const { commandOf } = await import('../src/stores/giving');
const { partText } = await import('../src/components/diff/words');

/** Saturday, 21 November 2026, 13:22. */
const NOW = new Date(2026, 10, 21, 13, 22).getTime();
const midnight = (day: number) => new Date(2026, 10, day).getTime();

test('a week ends with its Sunday, a trial after 14 days with today, and a date begins as no other term', () => {
  expect(endOfTerm('never', NOW)).toBe(null);
  expect(endOfTerm('week', NOW)).toBe(midnight(23));
  expect(endOfTerm('week', new Date(2026, 10, 22, 23, 59).getTime())).toBe(midnight(23));
  expect(endOfTerm('trial', NOW)).toBe(midnight(21 + 14));
  // On a Saturday the week ends tomorrow.
  expect(endOfTerm('date', NOW)).toBe(midnight(24));
  expect(endOfTerm('date', new Date(2026, 10, 20, 13, 22).getTime())).toBe(midnight(22));
});

test('an end that is no ready-made term is a date', () => {
  for (let day = 0; day < 7; day += 1) {
    const now = NOW + day * 86_400_000;
    for (const term of TERMS) expect(termOf(endOfTerm(term, now), now)).toBe(term);
  }
  expect(termOf(midnight(30), NOW)).toBe('date');
});

const may = (permission: 'members.view' | 'clients.view') => ({ is: 'may' as const, permission });

test('what stays is what will be and was not gained', () => {
  const preview = { will: [may('members.view'), may('clients.view')], gains: [may('clients.view')] };
  expect(stays(preview as AccessFormView['preview']).map(keyOf)).toEqual(['members.view']);
});

test('numbers stand beside what Doorward keeps, and a warning beside people’s data', () => {
  const numbers = { people: 1284, requests: 12, rooms: 4 };
  const say = (id: string, facts?: Record<string, number>) => `${id} ${facts?.['count'] ?? ''}`.trim();
  expect(aside(may('members.view'), numbers, say)).toBe('access-number-people 1284');
  expect(aside(may('clients.view'), numbers, say)).toBe('access-personal');
  expect(aside({ is: 'enters_all' }, numbers, say)).toBe('access-number-rooms 4');
});

test('whose administration is limited to sites is not told the numbers of all (R-36)', () => {
  const numbers = { people: 1284, requests: 12, rooms: 4 };
  const say = (id: string, facts?: Record<string, number>) => `${id} ${facts?.['count'] ?? ''}`.trim();
  expect(aside(may('members.view'), numbers, say, true)).toBe(null);
  expect(aside(may('clients.view'), numbers, say, true)).toBe('access-personal');
  expect(isLimited({ grant: { level: 'staff', limited_to: ['s'] }, differs: [] })).toBe(true);
  expect(isLimited({ grant: { level: 'staff' }, differs: ['limited_to'] })).toBe(true);
  expect(isLimited({ grant: { level: 'staff', limited_to: [] }, differs: ['level'] })).toBe(false);
});

test('what stays says where it comes from: the level, or who gave it and when (UI_SPEC 7.3)', () => {
  const grant = { level: 'staff', extras: ['clients.view' as const] };
  const at = new Date(2026, 9, 2, 12).getTime();
  const given = [{ permission: 'clients.view', signed: { author: { by: 'person', id: 'p', name: 'Piret' }, at } }];
  expect(comesFrom(may('members.view'), grant, [])).toBe('From the level');
  expect(comesFrom(may('clients.view'), grant, [])).toBe('Given personally, beyond the level');
  const said = comesFrom(may('clients.view'), grant, given as unknown as PersonView['given']);
  expect(said).toMatch(/^Given personally by .?Piret.?, /);
  expect(comesFrom({ is: 'enters_all' }, grant, [])).toBe(null);
});

test('saving sends the command that the device judged, based on what was looked at', () => {
  const subject: AccessSubject = {
    membership: 'm',
    name: null,
    act: 'change',
    version: { revision: 7 },
    refusal: null,
    unchanged: false,
    has: null,
    grant: { level: 'staff' },
    added: null,
  };
  const { grant } = subject;
  const begun = { revision: 5 };
  const change = { type: 'change_grant', membership: 'm', grant, based_on: begun };
  expect(commandOf(subject, { begun })).toEqual(change);
  expect(commandOf(subject, { begun, note: ' ' })).toEqual(change);
  expect(commandOf(subject, { begun, note: 'Covers for Mari' })).toEqual({ ...change, note: 'Covers for Mari' });
  expect(commandOf({ ...subject, act: 'renew' })).toMatchObject({
    type: 'renew_membership',
    based_on: { revision: 7 },
  });
  expect(commandOf({ ...subject, act: 'approve' })).toEqual({
    type: 'approve_request',
    membership: 'm',
    grant,
  });
  const added = { membership: 'new', person: 'p', position: null };
  expect(commandOf({ ...subject, act: 'add', added })).toEqual({
    type: 'add_member',
    membership: 'new',
    person: 'p',
    grant: subject.grant,
  });
  expect(commandOf({ ...subject, act: null })).toBe(null);
});

test('rooms and sites are said by their names, not counted', () => {
  const places = [
    { id: 'a', name: 'Workshop' },
    { id: 'b', name: 'Office 224' },
    { id: 'c', name: 'Perm' },
  ];
  const grant = { level: 'staff', rooms: ['a', 'b'], room_sites: ['c'], limited_to: ['c'] };
  expect(partText('rooms', grant, [], places)).toBe('Office 224, Workshop');
  expect(partText('sites', grant, [], places)).toBe('Perm');
  expect(partText('limit', grant, [], places)).toBe('Perm');
});
