// Every sentence of the window exists in every language and can be written out.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CLIENT_CODES, PERMISSIONS, PRESETS, PROBLEM_CODES, REFUSAL_CODES } from '../src/bindings/contract';
import { choose, format, has, LOCALES } from '../src/text/fluent';

const SOURCES = join(import.meta.dirname, '../src');
/** Variables that hold a number, of which the form of a word depends. */
const COUNTED = new Set(['count', 'seconds', 'days', 'uses', 'done', 'limit']);
const COUNTS = [0, 1, 2, 5, 11, 19, 20, 21, 100, 101, 1.5];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('bindings'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** What the window writes out: by name in the code, or in the table of commands. */
function asked(): string[] {
  const ids = sources(SOURCES).flatMap((text) =>
    [...text.matchAll(/(?:\bt\(\s*|\bsays: )'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(ids)].sort();
}

/** The words that a message waits for, in any language: a language that waits for another one would have a hole. */
function variables(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of ['app', 'words']) {
    const text = readFileSync(join(import.meta.dirname, `../../locales/en/${file}.ftl`), 'utf8');
    for (const [message, id = ''] of text.matchAll(/^([a-z0-9-]+) =.*(?:\n(?: .*|}))*/gm)) {
      found.set(id, new Set([...message.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '')));
    }
  }
  return found;
}

const WANTED = variables();

/** What each call gives to the message it names, where both stand in the call. */
function given(): [id: string, names: string[]][] {
  const call = /\bt\(\s*'([a-z0-9-]+)'\s*(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*,?\s*)?\)/g;
  const names = (values: string) => {
    let [flat, before] = [values, ''];
    while (flat !== before)
      [before, flat] = [flat, flat.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|`[^`]*`|'[^']*'/g, '')];
    return flat
      .split(',')
      .map((value) => value.split(':')[0]?.trim() ?? '')
      .filter((name) => name !== '');
  };
  return sources(SOURCES).flatMap((text) =>
    [...text.matchAll(call)].map(([, id = '', values = '']): [string, string[]] => [id, names(values)]),
  );
}

test('every call gives a message what it waits for, and nothing else', () => {
  const calls = given();
  expect(calls.length, 'the calls are found').toBeGreaterThan(400);
  const wrong = calls.filter(([id, names]) => {
    if (names.some((name) => name.startsWith('...'))) return false;
    return [...(WANTED.get(id) ?? [])].sort().join() !== names.sort().join();
  });
  expect(wrong).toEqual([]);
});

describe.each(LOCALES)('in %s', (locale) => {
  test.each(asked())('%s can be written out for every number', (id) => {
    for (const count of COUNTS) {
      const errors: Error[] = [];
      const values = [...(WANTED.get(id) ?? [])].map((name) => [name, COUNTED.has(name) ? count : 'x']);
      format(locale, id, Object.fromEntries(values) as Record<string, string | number>, errors);
      expect(errors, 'a sentence with a hole in it is worse than none').toEqual([]);
    }
  });

  test('every code has its sentence', () => {
    const dashed = (prefix: string, codes: readonly string[]) =>
      codes.map((code) => `${prefix}-${code.replaceAll(/[_.]/g, '-')}`);
    const wanted = [
      ...dashed('refusal', REFUSAL_CODES),
      ...dashed('problem', PROBLEM_CODES),
      ...dashed('failure', CLIENT_CODES),
      ...dashed('permission', PERMISSIONS),
      ...dashed('level', PRESETS),
    ];
    expect(wanted.filter((id) => !has(locale, id))).toEqual([]);
  });
});

test('the first language wished for that we speak is taken', () => {
  expect(choose(['de-DE', 'ru-RU', 'en'])).toBe('ru');
  expect(choose(['fr']), 'English is what most read who read none of ours').toBe('en');
});
