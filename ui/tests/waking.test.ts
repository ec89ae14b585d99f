// Whoever was put off comes back by themselves, whatever the clock of this computer shows.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { wake } from '../src/stores/waking';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an answer is asked for again in as long as the device says', () => {
  vi.setSystemTime(0);
  const look = vi.fn();
  wake(1_500, look);
  vi.setSystemTime(10_000_000);
  vi.advanceTimersByTime(1_499);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(look).toHaveBeenCalledOnce();
});

test('what is years ahead is looked at again before, and nothing never', () => {
  const look = vi.fn();
  expect(wake(null, look)).toBeUndefined();
  wake(2 ** 40, look);
  vi.advanceTimersByTime(59_999);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(look).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(2);
});

test('another answer begins it anew', () => {
  const look = vi.fn();
  wake(1_000, look)?.();
  vi.advanceTimersByTime(2_000);
  expect(look).not.toHaveBeenCalled();
});
