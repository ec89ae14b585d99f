// Whether keys without Ctrl or Alt act (WCAG 2.1.4).
import { allowSingles } from '../keyboard';

let on = $state(true);

export function areSinglesOn(): boolean {
  return on;
}

export function switchSingles(to: boolean): void {
  on = to;
  allowSingles(to);
}
