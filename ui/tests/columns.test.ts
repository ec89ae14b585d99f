// The columns of people: what somebody chose stays, the others find their own room (UI_SPEC 7.2).
import { beforeEach, expect, test, vi } from 'vitest';

import type { Column } from '../src/bindings/contract';

let kept: Column[] = [];
vi.mock('../src/stores/settings.svelte', () => ({
  settings: () => ({ columns: kept }),
  put: ({ value }: { value: Column[] }) => Promise.resolve((kept = value)),
}));
vi.mock('../src/stores/toast.svelte', () => ({ complain: () => undefined }));
const { drawn, makeRoom, showColumn, usualColumns, widen } = await import('../src/stores/columns.svelte');

const keys = () => drawn().map(({ key }) => key);

beforeEach(() => {
  usualColumns();
  makeRoom(700);
});

test('a column that somebody makes wider is the only one that is kept', () => {
  widen('level', 240, true);
  expect(kept).toEqual([{ key: 'level', width: 240, shown: true }]);
});

test('the others still come where there is room, and give way where there is none', () => {
  widen('level', 140, true);
  makeRoom(1200);
  expect(keys()).toEqual(['name', 'position', 'contact', 'level', 'state', 'last_seen']);
  makeRoom(160 + 140 + 110 + 144);
  expect(drawn().map(({ width }) => width)).toEqual([160, 140, 110, 144]);
});

test('one that came by itself goes when it is taken out, and no other', () => {
  makeRoom(1200);
  showColumn('position', false);
  expect(keys()).toEqual(['name', 'contact', 'level', 'state', 'last_seen']);
  expect(kept).toHaveLength(1);
});

test('one that came by itself and is made wider stays', () => {
  makeRoom(1200);
  widen('contact', 260, true);
  makeRoom(700);
  expect(keys()).toContain('contact');
});
