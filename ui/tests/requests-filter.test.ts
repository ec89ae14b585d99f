// A question about the work list has one address, and the address asks it again.
import { expect, test } from 'vitest';

import { careFilterOf, careFiltersOf, requestsFilterOf, requestsFiltersOf } from '../src/stores/requests-filter';

test('what needs care is asked again as it was kept', () => {
  for (const question of [{}, { search: 'soko' }, { snoozed: true }, { search: 'soko', snoozed: true }]) {
    const address = careFiltersOf(question);
    expect(address['show']).toBe('care');
    expect(careFilterOf(address)).toEqual(question);
  }
});

test('requests are asked again as they were kept', () => {
  for (const question of [
    {},
    { search: 'soko' },
    { waiting_days: 7 },
    { came_by: 'form' as const },
    { snoozed: true },
  ]) {
    expect(requestsFilterOf(requestsFiltersOf(question))).toEqual(question);
  }
});
