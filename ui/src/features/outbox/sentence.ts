// What a command says, as a sentence about the person it concerns.
import type { OutboxEntry } from '../../bindings/contract';
import { has } from '../../text/fluent';
import { language, t } from '../../text/language.svelte';

export function sentence(entry: OutboxEntry): string {
  const name = entry.subject ?? t('no-name');
  const { command } = entry;
  switch (command.type) {
    case 'approve_request': {
      const preset = `level-${command.grant.level.replaceAll('_', '-')}`;
      return has(language(), preset)
        ? t('command-approve-request', { name, level: t(preset) })
        : t('command-approve-request-plain', { name });
    }
    case 'decline_request':
      return t('command-decline-request', { name });
    default:
      return t('command-other', { name });
  }
}
