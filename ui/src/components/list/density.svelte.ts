// How much room rows take; "comfortable" adds to every row height of every list.
const COMFORTABLE = 8;

let added = $state(0);

/** What the density chosen in the settings adds to the height of a row. */
export function roomy(): number {
  return added;
}

export function setDensity(density: 'normal' | 'comfortable'): void {
  added = density === 'comfortable' ? COMFORTABLE : 0;
}
