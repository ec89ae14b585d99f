// The hint under the levels of a request says why one is proposed (UI_SPEC 7.1).
import { expect, test } from 'vitest';

import type { LevelChoice } from '../src/bindings/contract';
import { because } from '../src/features/requests/proposed';

const level = (many: number, isBarred = false): LevelChoice =>
  ({ permissions: Array(many), refusal: isBarred ? { code: 'level_above_own' } : null }) as unknown as LevelChoice;
const [guest, member, admin] = [level(1), level(3), level(9)];

test('the lowest of those that may be given is the lowest, whatever else there is', () => {
  expect(because(guest, [guest, member, admin])).toBe('lowest');
  expect(because(member, [level(1, true), member, admin])).toBe('lowest');
});

test('another one is what the settings say, as far as that is certain', () => {
  expect(because(member, [guest, member, admin])).toBe('settings');
  expect(because(member, [guest, member, level(9, true)])).toBe('nearest');
});
