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

/** `ownLevel` says what an own level is called, where that is known. */
export function sentence(entry: OutboxEntry, ownLevel: (level: string) => string | null = () => null): string {
  const { command } = entry;
  const level = levelIn(command);
  const named = 'name' in command && typeof command.name === 'string' ? command.name : null;
  const name = entry.subject ?? named ?? t('no-name');
  const id = `command-${command.type.replaceAll('_', '-')}`;
  const called = level === null ? null : ownLevel(level);
  const isKnown = called !== null || has(language(), `level-${level?.replaceAll('_', '-')}`);
  const isPlain = command.type === 'approve_request' && !isKnown;
  return t(has(language(), id) ? (isPlain ? `${id}-plain` : id) : 'command-other', {
    name,
    level: level === null ? '' : levelName(level, called),
  });
}
