// Deeds in the order of the keys, whatever each takes.
import { expect, test } from 'vitest';

import { inTurn } from '../src/stores/turns';

test('a deed waits for what was begun before, and what fails holds up nothing', async () => {
  const done: string[] = [];
  let answer = () => {};
  const slow = inTurn(async () => {
    await new Promise<void>((resolve) => (answer = resolve));
    done.push('slow');
  });
  const refused = inTurn(() => Promise.reject(new Error('refused')));
  const quick = inTurn(() => Promise.resolve(done.push('quick')));
  await Promise.resolve();
  expect(done).toEqual([]);
  answer();
  await expect(refused).rejects.toThrow('refused');
  await Promise.all([slow, quick]);
  expect(done).toEqual(['slow', 'quick']);
});
