// What the sheet of somebody on the staff saves.
import { expect, test, vi } from 'vitest';

import type { StaffRow } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
const { changesLogin, commandsOf } = await import('../src/stores/staff.svelte');

const ids = ['s', 'm'] as const;
const granted = { contact: 'mart@example.ee', grant: { level: 'staff' } };
const draft = { name: 'Mart Kask', position: '', granted, login: null };

test('a record and its sign-in are one save, and saving again makes neither twice (RES-15)', () => {
  const first = commandsOf(null, draft, ids);
  expect(first).toEqual([
    { type: 'make_staff_record', staff: 's', name: 'Mart Kask' },
    { type: 'invite_person', membership: 'm', staff: 's', name: 'Mart Kask', ...granted },
  ]);
  expect(commandsOf(null, draft, ids)).toEqual(first);
});

test('what somebody has already is changed or ended with their record (RES-11, RES-21)', () => {
  const row = { staff: 'old', name: 'Mart', position: null, version: 3 } as unknown as StaffRow;
  const login = { type: 'end_membership', membership: 'm' } as const;
  expect(commandsOf(row, { ...draft, granted: null, login }, ids)).toEqual([
    { type: 'change_staff_record', staff: 'old', name: 'Mart Kask', based_on: 3 },
    login,
  ]);
  expect(commandsOf(row, { ...draft, name: 'Mart', granted: null }, ids)).toEqual([]);
});

test('a login that is over is not given anew with a name', () => {
  expect(changesLogin('change')).toBe(true);
  expect(changesLogin('change_invitation')).toBe(true);
  for (const act of ['renew', 'resend', 'approve', 'add'] as const) expect(changesLogin(act)).toBe(false);
});
