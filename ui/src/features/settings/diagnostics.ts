// What is copied for somebody who helps: numbers and states, never a name, an address, a text or a secret.
import type { OutboxView, SettingsView, SyncView } from '../../bindings/contract';

export type Known = {
  settings: SettingsView | null;
  sync: SyncView | null;
  outbox: OutboxView | null;
  organisations: number;
  language: string;
  window: { width: number; height: number; scale: number; browser: string };
};

export function diagnostics({ settings, sync, outbox, organisations, language, window }: Known): string {
  const states = new Map<string, number>();
  for (const { state } of outbox?.entries ?? []) states.set(state.is, (states.get(state.is) ?? 0) + 1);
  const refusals = (outbox?.entries ?? []).flatMap(({ state }) => (state.is === 'refused' ? state.refusal.code : []));
  const lines: [string, unknown][] = [
    ['Doorward', settings?.version ?? '?'],
    ['kept', settings?.kept ?? '?'],
    ['language', language],
    ['theme', settings?.theme ?? '?'],
    ['density', settings?.density ?? '?'],
    ['single keys', settings?.single_keys ?? '?'],
    ['organisations', organisations],
    ['sync', sync?.state ?? '?'],
    ['last contact', sync?.last_contact_at ? new Date(sync.last_contact_at).toISOString() : 'never'],
    ['unsent', sync?.unsent ?? '?'],
    ['outbox', [...states].map(([state, count]) => `${state} ${count}`).join(', ') || 'empty'],
    ['refused as', refusals.join(', ') || 'nothing'],
    ['window', `${window.width} x ${window.height} @${window.scale}`],
    ['web view', window.browser],
  ];
  return lines.map(([name, value]) => `${name}: ${String(value)}`).join('\n');
}
