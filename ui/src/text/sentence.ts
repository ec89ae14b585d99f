// What a command says, as a sentence about the person it concerns.
import type { Command, OutboxEntry } from '../bindings/contract';
import { has } from './fluent';
import { language, t } from './language.svelte';
import { levelName } from './reason';

/** The level a command gives, where it gives one. */
function levelIn(command: Command): string | null {
  if ('grant' in command && command.grant) return command.grant.level;
  return command.type === 'make_link' || command.type === 'change_link' ? command.level : null;
}

export function sentence(entry: OutboxEntry): string {
  const { command } = entry;
  const level = levelIn(command);
  const named = 'name' in command && typeof command.name === 'string' ? command.name : null;
  const name = entry.subject ?? named ?? t('no-name');
  const id = `command-${command.type.replaceAll('_', '-')}`;
  const isPlain = command.type === 'approve_request' && !has(language(), `level-${level?.replaceAll('_', '-')}`);
  return t(has(language(), id) ? (isPlain ? `${id}-plain` : id) : 'command-other', {
    name,
    level: level === null ? '' : levelName(level, null),
  });
}
