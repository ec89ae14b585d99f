// What a command says, as a sentence about the person it concerns.
import type { OutboxEntry } from '../bindings/contract';
import { has } from './fluent';
import { language, t } from './language.svelte';

export function sentence(entry: OutboxEntry): string {
  const name = entry.subject ?? t('no-name');
  const { command } = entry;
  if (command.type === 'approve_request') {
    const preset = `level-${command.grant.level.replaceAll('_', '-')}`;
    return has(language(), preset)
      ? t('command-approve-request', { name, level: t(preset) })
      : t('command-approve-request-plain', { name });
  }
  const id = `command-${command.type.replaceAll('_', '-')}`;
  return t(has(language(), id) ? id : 'command-other', { name });
}
