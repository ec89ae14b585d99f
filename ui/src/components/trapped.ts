// Keeps the focus inside a layer that lies over the rest, until it is closed.
import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

export function trapped(onclose: () => void): Attachment<HTMLElement> {
  return (layer) => {
    const inside = () => [...layer.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((it) => it.offsetParent !== null);
    inside()[0]?.focus();
    const onkeydown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        onclose();
      }
      if (event.key !== 'Tab') return;
      const stops = inside();
      const [first, last] = [stops[0], stops.at(-1)];
      const [from, to] = event.shiftKey ? [first, last] : [last, first];
      if (document.activeElement === from) {
        event.preventDefault();
        to?.focus();
      }
    };
    layer.addEventListener('keydown', onkeydown);
    return () => layer.removeEventListener('keydown', onkeydown);
  };
}
