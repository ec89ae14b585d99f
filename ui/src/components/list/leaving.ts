// Rows that left close their gap in 160 ms; those below are where they belong from the start and only seem to follow.
const LASTS = { duration: 160, easing: 'ease-out' };

/** What a row is called and says of itself; its picture is nobody. */
const NAMES = /^(id|role|data-.*|aria-.*)$/;

/** What is seen of a list: how many rows there are, and the keys of those in sight from `from` on. */
export type Sight = { count: number; from: number; keys: (string | undefined)[] };

/** The block of rows in sight that left, where nothing else changed. */
export function left(before: Sight, after: Sight): { at: number; many: number } | null {
  const many = before.count - after.count;
  if (many < 1 || many > before.keys.length || before.from !== after.from) return null;
  const at = before.keys.findIndex((key, index) => key !== after.keys[index]);
  if (at < 0) return null;
  const follows = before.keys.slice(at + many).every((key, index) => key === (after.keys[at + index] ?? key));
  return follows ? { at: before.from + at, many } : null;
}

/** Draws what left once more, closing, and lets the rows below come up. Call it before the rows are drawn anew. */
export function collapse(inside: HTMLElement, rowOf: (index: number) => HTMLElement | null, at: number, many: number) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const gone = Array.from({ length: many }, (_, by) => rowOf(at + by)).filter((row) => row !== null);
  const [first] = gone;
  if (!first?.parentElement) return () => undefined;
  const ghost = document.createElement('div');
  ghost.setAttribute('aria-hidden', 'true');
  ghost.className = 'ghost';
  ghost.style.cssText = `position:absolute;inset:${first.parentElement.style.top} 0 auto;pointer-events:none`;
  for (const row of gone) {
    const copy = row.cloneNode(true) as HTMLElement;
    for (const named of [copy, ...copy.querySelectorAll('*')]) {
      for (const name of named.getAttributeNames()) if (NAMES.test(name)) named.removeAttribute(name);
    }
    ghost.append(copy);
  }
  const height = gone.reduce((sum, row) => sum + row.offsetHeight, 0);
  return () => {
    inside.append(ghost);
    ghost.animate([{ clipPath: 'inset(0)' }, { clipPath: 'inset(0 0 100%)' }], { ...LASTS, fill: 'forwards' });
    // A timer, as an animation that nobody sees may never finish.
    setTimeout(() => ghost.remove(), LASTS.duration);
    for (const row of inside.querySelectorAll<HTMLElement>('[data-index]')) {
      if (Number(row.dataset['index']) < at) continue;
      row.animate([{ transform: `translateY(${height}px)` }, { transform: 'none' }], LASTS);
    }
  };
}
