// Whether two questions about people are one; how they are written does not matter.
import type { PeopleFilter } from '../../bindings/contract';
import { filtersOf } from '../../stores/people-filter';
import { addressOf, at } from '../../stores/route.svelte';

export function isSameQuestion(one: PeopleFilter, other: PeopleFilter): boolean {
  const address = (filter: PeopleFilter) => addressOf(at('people', null, filtersOf(filter)));
  return address(one) === address(other);
}
