// Where we are: every screen has an address, so that going back, links and tests share one.
// `#/people/<id>?states=member,paused`: the screen, what is open in it, and how its list is narrowed.
export const SCREENS = [
  'requests',
  'people',
  'invitations',
  'levels',
  'rooms',
  'history',
  'offline',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

/** How a list is narrowed, by name; no name has an empty value. */
export type Filters = Readonly<Record<string, string>>;

/** A screen, what is open in it, and how its list is narrowed. */
export type Place = { readonly screen: Screen; readonly id: string | null; readonly filters: Filters };

let place = $state.raw<Place>(placeOf(location.hash));

/** The place an address names; what is no address of ours is home. */
export function placeOf(address: string): Place {
  const [path = '', query = ''] = address.split('?', 2);
  const [, name, id] = path.split('/');
  const screen = SCREENS.find((screen) => screen === name) ?? 'requests';
  const filters = Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== ''));
  return at(screen, id ? decoded(id) : null, filters);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export function here(): Place {
  return place;
}

export function at(screen: Screen, id: string | null = null, filters: Filters = {}): Place {
  return { screen, id, filters };
}

export function addressOf({ screen, id, filters }: Place): string {
  const narrowed = Object.entries(filters).filter(([, value]) => value !== '');
  const query = new URLSearchParams(narrowed).toString();
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}${query ? `?${query}` : ''}`;
}

/** Engines refuse an address that is written too often: beyond this many it is written once things are calm. */
const OFTEN = { many: 60, within: 10_000, calm: 400 };
let writtenAt: number[] = [];
let waiting: ReturnType<typeof setTimeout> | null = null;

/** Stops waiting; answers whether something was still to be written. */
function calm(): boolean {
  const wasWaiting = waiting !== null;
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
  return wasWaiting;
}

function write(): void {
  calm();
  const now = performance.now();
  writtenAt = writtenAt.filter((at) => now - at < OFTEN.within);
  if (writtenAt.length < OFTEN.many) {
    writtenAt.push(now);
    history.replaceState(null, '', addressOf(place));
  } else waiting = setTimeout(write, OFTEN.calm);
}

/** Goes to a place; going back returns to where we were. */
export function go(to: Place): void {
  if (calm()) history.replaceState(null, '', addressOf(place));
  if (addressOf(to) !== location.hash) history.pushState(null, '', addressOf(to));
  place = to;
}

/** Moves within a screen: going back skips it. */
export function move(to: Place): void {
  place = to;
  write();
}

/** Opens something in the screen's list, or closes it; going back skips it. */
export function open(id: string | null): void {
  move({ ...place, id });
}

/** Narrows the screen's list anew; a name with null or an empty value is dropped. Going back skips it. */
export function narrow(by: Readonly<Record<string, string | null>>): void {
  const kept = Object.entries({ ...place.filters, ...by }).filter((one): one is [string, string] => Boolean(one[1]));
  move({ ...place, filters: Object.fromEntries(kept) });
}

function follow(): void {
  calm();
  place = placeOf(location.hash);
}

addEventListener('popstate', follow);
addEventListener('hashchange', follow);
