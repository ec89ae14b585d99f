// Every pair of colours that meets on screen can be read (WCAG 1.4.3, 1.4.11), in light and in dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../src/theme/tokens.css'), 'utf8');
const LINES = [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)];
const THEMES = {
  light: new Map(LINES.map(([, name, light]) => [name, light])),
  dark: new Map(LINES.map(([, name, , dark]) => [name, dark])),
};

const TEXT = 4.5;
const SHAPE = 3;
type Pair = readonly [front: string, back: string, least: number];

function pairs(fronts: readonly string[], backs: readonly string[], least: number): Pair[] {
  return fronts.flatMap((front) => backs.map((back) => [front, back, least] as const));
}

const PAIRS: Pair[] = [
  ...pairs(
    ['text', 'text-2', 'text-3', 'accent-text'],
    ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'],
    TEXT,
  ),
  ...['ok', 'warn', 'info', 'bad', 'mute'].flatMap((tone) =>
    pairs([tone], [`${tone}-soft`, 'surface', 'selected', 'hover', 'canvas'], TEXT),
  ),
  ['accent-ink', 'accent', TEXT],
  ['banner-ink', 'banner', TEXT],
  ['toast-ink', 'toast', TEXT],
  ['toast-link', 'toast', TEXT],
  ...pairs(['line-strong'], ['surface', 'canvas', 'raised'], SHAPE),
  ...pairs(['focus'], ['canvas', 'surface', 'selected', 'raised'], SHAPE),
];

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(PAIRS)('%s on %s reaches %d', (front, back, least) => {
    const [one, other] = [THEMES[theme].get(front), THEMES[theme].get(back)];
    expect(one, `the token ${front} is written as light-dark(#…, #…)`).toBeDefined();
    expect(other, `the token ${back} is written as light-dark(#…, #…)`).toBeDefined();
    expect(contrast(one ?? '#000000', other ?? '#000000')).toBeGreaterThanOrEqual(least);
  });
});

test('all pairs of both themes are measured', () => {
  expect(PAIRS.length * 2).toBe(120);
});
