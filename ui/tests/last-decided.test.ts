// The quiet line says about whom it was decided last, wherever that is known from (UI_SPEC 6).
import { expect, test, vi } from 'vitest';

import type { HistoryEntry, OutboxEntry } from '../src/bindings/contract';

vi.mock('../src/ipc', () => ({ query: () => Promise.resolve({ entries: [] }), onChanged: () => Promise.resolve() }));
vi.mock('../src/stores/outbox.svelte', () => ({ outbox: () => null }));
vi.mock('../src/stores/session.svelte', () => ({ organisation: () => null }));
const { decidedHere, decidedThere } = await import('../src/stores/last-decided.svelte');

const made = (type: string, subject: string, organisation: string, is = 'sent'): OutboxEntry =>
  ({ command: { type }, subject, organisation, state: { is }, made_at: 7 }) as unknown as OutboxEntry;
const entry = (kind: string, actor: string, subject: string): HistoryEntry =>
  ({ kind, actor, subject, at: 7 }) as unknown as HistoryEntry;

test('the outbox and the history name the same one: whom it was about, not who decided', () => {
  const decided = { name: 'Kadri', at: 7 };
  expect(decidedHere([made('approve_request', 'Kadri', 'o')], 'o')).toEqual(decided);
  expect(decidedThere([entry('request_approved', 'Olga', 'Kadri')])).toEqual(decided);
});

test('the newest decision counts, and neither another deed, another organisation, nor what was refused', () => {
  const entries = [
    made('change_grant', 'Anna', 'o'),
    made('decline_request', 'Boris', 'o', 'refused'),
    made('decline_request', 'Carol', 'p'),
    made('decline_request', 'Doina', 'o'),
    made('approve_request', 'Kadri', 'o'),
  ];
  expect(decidedHere(entries, 'o')?.name).toBe('Doina');
  expect(decidedHere(entries, undefined)?.name).toBe('Carol');
  expect(decidedThere([entry('grant_changed', 'Olga', 'Anna'), entry('request_declined', 'Olga', 'Doina')])?.name).toBe(
    'Doina',
  );
  expect(decidedThere([])).toBeNull();
});
