// Where we are: every screen has an address, so that going back, links and tests share one.
// `#/people/<id>?states=member,paused`: the screen, what is open in it, and how its list is narrowed.
export const SCREENS = [
  'requests',
  'people',
  'invitations',
  'import',
  'levels',
  'rooms',
  'history',
  'offline',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

/** How a list is narrowed, by name; no name has an empty value. */
export type Filters = Readonly<Record<string, string>>;

/** Under which name an address says whose work is shown. */
const DESK = 'in';

/** A screen, what is open in it, and how its list is narrowed. */
export type Place = { readonly screen: Screen; readonly id: string | null; readonly filters: Filters };

let place = $state.raw<Place>(placeOf(location.hash));
/** Whose work is shown, for those who belong to several organisations; no one's is everybody's. */
let desk = $state<string | null>(deskOf(location.hash));

/** The organisation that an address names. */
function deskOf(address: string): string | null {
  return new URLSearchParams(address.split('?', 2)[1]).get(DESK);
}

/** The organisation whose work is shown, where it was chosen. */
export function whose(): string | null {
  return desk;
}

/** Shows the work of another organisation, or of all: what was open and how lists were narrowed was the last one's. */
export function turnTo(organisation: string | null): void {
  if (organisation === desk) return;
  desk = organisation;
  go(at(place.screen));
}

/** Shows the work of an organisation that was chosen at another time, unless an address says whose is meant. */
export function beginWith(organisation: string): void {
  if (desk !== null || place.id !== null) return;
  desk = organisation;
  write();
}

/** The place an address names; what is no address of ours is home. */
export function placeOf(address: string): Place {
  const [path = '', query = ''] = address.split('?', 2);
  const [, name, id] = path.split('/');
  const screen = SCREENS.find((screen) => screen === name) ?? 'requests';
  const named = [...new URLSearchParams(query)].filter(([name, value]) => name !== DESK && value !== '');
  const filters = Object.fromEntries(named);
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
  if (desk !== null) narrowed.push([DESK, desk]);
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

/** An entry knows what going back from it leads to. */
type Entry = { from: string } | null | undefined;

function replace(by: Place): void {
  history.replaceState(history.state, '', addressOf(by));
}

function push(to: Place, from: Place): void {
  if (addressOf(to) !== location.hash) history.pushState({ from: addressOf(from) }, '', addressOf(to));
}

/**
 * While the engine goes back, which it does a moment later, the address is still the old one: here is which places were
 * left meanwhile. What is done until then is written once the address is ours.
 */
let left: Place[] | null = null;

function write(): void {
  calm();
  if (left) return;
  const now = performance.now();
  writtenAt = writtenAt.filter((at) => now - at < OFTEN.within);
  if (writtenAt.length < OFTEN.many) {
    writtenAt.push(now);
    replace(place);
  } else waiting = setTimeout(write, OFTEN.calm);
}

/** Goes to a place; going back returns to where we were. */
export function go(to: Place): void {
  if (left) left.push(place);
  else {
    if (calm()) replace(place);
    push(to, place);
  }
  place = to;
}

/** Goes back to where we were, at once: the next key leads on from there. */
export function back(): void {
  const from = (history.state as Entry)?.from;
  if (left === null && from !== undefined) {
    if (calm()) replace(place);
    [left, place, desk] = [[], placeOf(from), deskOf(from)];
  }
  history.back();
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
  if (left === null) {
    [place, desk] = [placeOf(location.hash), deskOf(location.hash)];
    return;
  }
  const [first = place, ...others] = [...left, place];
  left = null;
  replace(first);
  others.forEach((to, at) => push(to, others[at - 1] ?? first));
}

addEventListener('popstate', follow);
addEventListener('hashchange', follow);
