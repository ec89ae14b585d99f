// How the work list is narrowed, as its address writes it and as the device is asked. The same question has one address.
import type { Ask, CareFilter, RequestsFilter } from '../bindings/contract';
import type { Filters } from './route.svelte';

/** Which part of the list is shown. */
export const PARTS = ['all', 'people', 'week', 'snoozed', 'care'] as const;
export type Part = (typeof PARTS)[number];

/** Waiting over a week is waiting this many days at least. */
const LONG = 7;

/** The part that an address shows. */
export function partOf(filters: Filters): Part {
  return PARTS.find((part) => part === filters['show']) ?? 'all';
}

/** The address of a part of the list, and of what is searched in it. */
export function filtersOfPart(part: Part, search: string): Filters {
  return { ...(part === 'all' ? {} : { show: part }), ...(search ? { search } : {}) };
}

/** How a question narrows the list. */
export type WorkNarrowing = Omit<Ask<'requests'>, 'ask' | 'organisation' | 'offset' | 'limit'>;

/** The question that an address asks about requests. */
export function requestsFilterOf(filters: Filters): WorkNarrowing {
  const search = filters['search']?.trim();
  const part = partOf(filters);
  return {
    ...(search ? { search } : {}),
    ...(part === 'people' ? { came_by: 'form' } : {}),
    ...(part === 'week' ? { waiting_days: LONG } : {}),
    ...(part === 'snoozed' ? { snoozed: true } : {}),
  };
}

/** The address of a question about requests. */
export function requestsFiltersOf({ search, came_by, waiting_days, snoozed }: RequestsFilter): Filters {
  const part = snoozed ? 'snoozed' : waiting_days ? 'week' : came_by === 'form' ? 'people' : 'all';
  return filtersOfPart(part, search ?? '');
}

/** How a question narrows what needs care. */
export type CareNarrowing = Omit<Ask<'care'>, 'ask' | 'organisation'>;

/** The question that an address asks about what needs care. */
export function careFilterOf(filters: Filters): CareNarrowing {
  const search = filters['search']?.trim();
  return { ...(search ? { search } : {}), ...(filters['later'] === undefined ? {} : { snoozed: true }) };
}

/** The address of a question about what needs care. */
export function careFiltersOf({ search, snoozed }: CareFilter): Filters {
  return { ...filtersOfPart('care', search ?? ''), ...(snoozed ? { later: '1' } : {}) };
}
