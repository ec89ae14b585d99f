// The rooms and sites of an editor by their names.
import type { AccessFormView } from '../../bindings/contract';
import type { Place } from '../diff/grant';

export function placesOf({ sites }: AccessFormView): Place[] {
  return sites.flatMap((site) => [site, ...site.rooms].map(({ id, name }) => ({ id, name })));
}
