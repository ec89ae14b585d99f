// Where we are: every screen has an address, so that going back, links and tests share one.
export type Place = { screen: 'requests'; membership: string | null } | { screen: 'offline' };

let place = $state.raw<Place>(read());

function read(): Place {
  const [, screen, membership] = location.hash.split('/');
  if (screen === 'offline') return { screen };
  return { screen: 'requests', membership: membership ? decodeURIComponent(membership) : null };
}

export function here(): Place {
  return place;
}

export function addressOf(place: Place): string {
  if (place.screen === 'offline') return '#/offline';
  return place.membership ? `#/requests/${encodeURIComponent(place.membership)}` : '#/requests';
}

export function go(to: Place): void {
  if (addressOf(to) !== location.hash) history.pushState(null, '', addressOf(to));
  place = to;
}

/** Moves within a screen: going back skips it. */
export function move(to: Place): void {
  history.replaceState(null, '', addressOf(to));
  place = to;
}

addEventListener('popstate', () => (place = read()));
addEventListener('hashchange', () => (place = read()));
