// Keys as they are printed on keyboards.
import { t } from '../text/language.svelte';
import { COMMANDS, type CommandName } from './table';
import { areSinglesOn } from './singles.svelte';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const PRINTED: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Backspace: isApple ? '⌫' : 'Backspace',
  Ctrl: isApple ? '⌘' : 'Ctrl',
  Alt: isApple ? '⌥' : 'Alt',
  Shift: isApple ? '⇧' : 'Shift',
};

/** "Ctrl+k" as Ctrl and K, "g r" as G and R. */
export function caps(key: string): string[] {
  if (key === ' ') return [t('key-space')];
  return key.split(/[+ ]/).map((part) => PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** The keys of a command as they work now. */
export function keysOf(name: CommandName): readonly string[] {
  const { keys, instead } = COMMANDS[name];
  return areSinglesOn() || !instead ? keys : instead;
}

/** Each way to press a command, as caps. */
export function capsOf(name: CommandName): readonly (readonly string[])[] {
  return COMMANDS[name].shown ?? keysOf(name).map(caps);
}

/** A command's first key for a tooltip or `aria-keyshortcuts`. */
export function shortcutOf(name: CommandName): string {
  return (capsOf(name)[0] ?? []).join(' ');
}
