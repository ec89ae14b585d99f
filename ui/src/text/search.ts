// Finding what somebody means by what they typed: without marks, in the wrong layout, with letters left out.
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

function relaid(text: string, from: string, to: string): string {
  return Array.from(text, (letter) => to[from.indexOf(letter)] ?? letter).join('');
}

/** Lower case without marks, so that "brânză" is found by "branza" and "ёлка" by "елка". */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ё', 'е');
}

/** What may have been meant: what was typed, or the same keys on the other layout. */
export function readings(typed: string): string[] {
  const plain = typed.trim().toLowerCase();
  const meant = [plain, relaid(plain, CYRILLIC, LATIN), relaid(plain, LATIN, CYRILLIC)];
  return [...new Set(meant.map(folded))].filter((reading) => reading !== '');
}

/** How well one reading fits a text: 0 not at all, 1 where it is the beginning. */
function fit(reading: string, text: string): number {
  if (text.startsWith(reading)) return 1;
  const inside = text.indexOf(reading);
  if (inside >= 0) return /[\p{L}\p{N}]/u.test(text[inside - 1] ?? '') ? 0.6 : 0.9;
  return scattered(reading, text);
}

/** Letters in order with gaps: better where they begin words, and nothing where they are strewn about. */
function scattered(reading: string, text: string): number {
  const letters = Array.from(reading.replaceAll(' ', ''));
  let [at, begins] = [-1, 0];
  for (const letter of letters) {
    const starts = wordStart(text, letter, at + 1);
    const next = starts >= 0 ? starts : text.indexOf(letter, at + 1);
    if (next < 0) return 0;
    if (starts >= 0) begins += 1;
    at = next;
  }
  const share = begins / letters.length;
  return share < 0.4 ? 0 : 0.2 + 0.3 * share;
}

function wordStart(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/** How well what was typed fits the best of some texts; nothing typed fits everything. */
export function score(typed: string, texts: readonly string[]): number {
  const wished = readings(typed);
  if (wished.length === 0) return 1;
  // What was typed as it stands weighs more than the same keys on another layout.
  return Math.max(
    ...wished.flatMap((reading, at) => texts.map((text) => fit(reading, folded(text)) * (at === 0 ? 1 : 0.95))),
  );
}
