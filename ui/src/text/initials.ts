// The letters that stand for a name where there is no room for it.
const WORD = /[\s@.\-–«»"„”]+/u;

/** The first letters of the first two words. */
export function initials(name: string): string {
  return name.split(WORD).filter(Boolean).slice(0, 2).map(capital).join('');
}

/** Georgian has capitals that hardly any font draws and nobody writes in names. */
function capital(word: string): string {
  const first = Array.from(word)[0] ?? '';
  return /\p{Script=Georgian}/u.test(first) ? first : first.toLocaleUpperCase();
}
