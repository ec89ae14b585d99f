// F6 goes round the regions of the window; each gives the focus to the first thing in it that takes it.
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

export function nextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => first(region));
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + by + regions.length) % regions.length];
  if (next) first(next)?.focus();
}

/** Gives the focus to what lies beside the list, where something does. */
export function enterPanel(): void {
  const panel = document.querySelector<HTMLElement>('[data-region="panel"][data-beside]');
  if (panel) first(panel)?.focus();
}

function first(region: HTMLElement): HTMLElement | null {
  if (region.matches(FOCUSABLE)) return region;
  return [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((it) => it.offsetParent !== null) ?? null;
}
