// Keeps the focus inside a layer that lies over the rest, until it is closed.
import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

export function trapped(onclose: () => void): Attachment<HTMLElement> {
  return (layer) => {
    const inside = () => [...layer.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((it) => it.offsetParent !== null);
    // The layer itself takes the focus first: whoever presses Enter or Space once more closes or decides nothing.
    layer.tabIndex = -1;
    layer.focus({ preventScroll: true });
    const onkeydown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        onclose();
      }
      if (event.key !== 'Tab') return;
      const stops = inside();
      const [first, last] = [stops[0], stops.at(-1)];
      const atEdge = event.shiftKey
        ? [first, layer].includes(document.activeElement as HTMLElement)
        : document.activeElement === last;
      if (!atEdge) return;
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    };
    layer.addEventListener('keydown', onkeydown);
    return () => {
      layer.removeEventListener('keydown', onkeydown);
      layer.removeAttribute('tabindex');
    };
  };
}
