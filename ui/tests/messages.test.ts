// Every sentence of the window exists in every language and can be written out.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CLIENT_CODES, PERMISSIONS, PRESETS, PROBLEM_CODES, REFUSAL_CODES } from '../src/bindings/contract';
import { choose, format, has, LOCALES } from '../src/text/fluent';

const SOURCES = join(import.meta.dirname, '../src');
const COUNTS = [0, 1, 2, 5, 11, 19, 20, 21, 100, 101, 1.5];
const VALUES = {
  name: 'Ștefan',
  organisation: 'Õ',
  level: 'x',
  when: '14:02',
  why: '.',
  status: 'approved',
  text: 'x',
};

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('bindings'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

function asked(): string[] {
  const ids = sources(SOURCES).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(ids)].sort();
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(asked())('%s can be written out for every number', (id) => {
    for (const count of COUNTS) {
      const errors: Error[] = [];
      format(locale, id, { ...VALUES, count, seconds: count }, errors);
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
