// How the list of people is narrowed, as its address writes it and as the device is asked. The names are those of the
// question, in one order, so that the same question has one address.
import type { Ask, PeopleFilter, PeopleOrder, PersonState } from '../bindings/contract';
import type { Filters } from './route.svelte';

export const STATES = [
  'member',
  'starting',
  'lapsed',
  'paused',
  'invited',
  'waiting',
  'declined',
  'cancelled',
  'ended',
  'expired',
] as const satisfies readonly PersonState[];

/** What the list is ordered by. */
export const ORDERS = ['name', 'level', 'state', 'last_seen'] as const satisfies readonly PeopleOrder[];

/** Days without a sign-in that can be asked for. */
export const UNSEEN = [7, 30, 90, 180] as const;

function oneOf<T extends string>(known: readonly T[], wanted: string | undefined): T | undefined {
  return known.find((one) => one === wanted);
}

/** How a question narrows and orders the list. */
export type Narrowing = Omit<Ask<'people'>, 'ask' | 'organisation' | 'offset' | 'limit'>;

/** The question that an address asks; what it does not know it leaves out. */
export function filterOf(filters: Filters): Narrowing {
  const { search, level, room } = filters;
  const states = filters['states']?.split(',').flatMap((state) => oneOf(STATES, state) ?? []);
  const days = Number(filters['unseen_days']);
  const sort = oneOf(ORDERS, filters['sort']);
  return {
    ...(search ? { search } : {}),
    ...(states?.length ? { states } : {}),
    ...(level ? { level } : {}),
    ...(room ? { room } : {}),
    ...(days > 0 ? { unseen_days: Math.round(days) } : {}),
    ...(sort ? { sort } : {}),
    ...(filters['descending'] === 'true' ? { descending: true } : {}),
  };
}

/** The address of a question. */
export function filtersOf(filter: PeopleFilter): Filters {
  const { search, states, level, room, unseen_days, sort, descending } = filter;
  return {
    ...(search ? { search } : {}),
    ...(states?.length ? { states: STATES.filter((state) => states.includes(state)).join(',') } : {}),
    ...(level ? { level } : {}),
    ...(room ? { room } : {}),
    ...(unseen_days ? { unseen_days: String(unseen_days) } : {}),
    ...(sort ? { sort } : {}),
    ...(descending ? { descending: 'true' } : {}),
  };
}

/** Whether it leaves anybody out; an order does not. */
export function isNarrowed({ search, states, level, room, unseen_days }: PeopleFilter): boolean {
  return Boolean(search?.trim() || states?.length || level || room || unseen_days);
}
