// Many are decided at once: whom any of them would equal is said before, whatever gave them the level.
import { expect, test, vi } from 'vitest';

import type { LevelChoice } from '../src/bindings/contract';
import type { Share } from '../src/stores/deciding.svelte';

vi.mock('../src/ipc', () => ({ execute: vi.fn(), query: vi.fn(), onChanged: vi.fn() }));
vi.mock('../src/text/language.svelte', () => ({ t: (id: string) => id, language: () => 'en' }));
const { equalled } = await import('../src/stores/deciding.svelte');

const getting = (equals: LevelChoice['equals']) => ({ level: { equals } }) as unknown as Share;

test('each is said once, and nothing of those who get nothing', () => {
  expect(equalled([getting(null), { level: null } as unknown as Share])).toEqual([]);
  expect(equalled([getting('administrator'), getting(null), getting('business'), getting('administrator')])).toEqual([
    'administrator',
    'business',
  ]);
});
