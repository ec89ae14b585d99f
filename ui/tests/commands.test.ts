// The one table of commands: what UI_SPEC 5 promises is in it, and no key means two things at once.
import { expect, test, vi } from 'vitest';

vi.stubGlobal('addEventListener', () => undefined);
const { COMMANDS, NAMES } = await import('../src/commands/table');
const { isSingle } = await import('../src/keyboard');
const { format, has, LOCALES } = await import('../src/text/fluent');

test.each([
  ['palette', 'Ctrl+k'],
  ['filter', '/'],
  ['go-requests', 'g r'],
  ['go-people', 'g p'],
  ['go-invitations', 'g i'],
  ['go-levels', 'g l'],
  ['go-history', 'g u'],
  ['go-offline', 'g o'],
  ['undo', 'z'],
  ['undo', 'Ctrl+z'],
  ['invite', 'n'],
  ['shortcuts', '?'],
  ['go-settings', 'Ctrl+,'],
  ['actions', 'Ctrl+.'],
  ['list-next', 'j'],
  ['list-previous', 'k'],
  ['list-tick', 'x'],
  ['list-tick-all', 'Ctrl+a'],
  ['step-back', 'Escape'],
  ['next-region', 'F6'],
  ['previous-region', 'Shift+F6'],
  ['approve', 'a'],
  ['decline', 'r'],
  ['approve-alike', 'm'],
] as const)('%s is done by %s', (name, key) => {
  expect(COMMANDS[name].keys).toContain(key);
});

test('with single keys switched off requests are still decided by key', () => {
  expect(COMMANDS.approve.instead).toEqual(['Ctrl+Enter']);
  expect(COMMANDS.decline.instead).toEqual(['Ctrl+Backspace']);
});

test('help and going to the settings need no single key', () => {
  expect(COMMANDS.shortcuts.keys.some((key) => !isSingle(key))).toBe(true);
  expect(COMMANDS.palette.keys.some((key) => !isSingle(key))).toBe(true);
});

test('no key means two things on one screen', () => {
  const screens = ['requests', 'people', 'offline'] as const;
  for (const screen of screens) {
    const here = NAMES.filter((name) => {
      const { where } = COMMANDS[name];
      return where === screen || where === 'everywhere' || where === 'go' || where === 'lists';
    });
    const keys = here.flatMap((name) => [...COMMANDS[name].keys, ...(COMMANDS[name].instead ?? [])]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const begins = keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)));
    expect(begins, 'the first letter of a sequence must wait for the second').toEqual([]);
  }
});

test.each(LOCALES)('every command has its name in %s', (locale) => {
  for (const name of NAMES) {
    const { says } = COMMANDS[name];
    expect(has(locale, says), says).toBe(true);
    const errors: Error[] = [];
    format(locale, says, {}, errors);
    expect(errors, 'in the palette it is said without anybody').toEqual([]);
  }
});
