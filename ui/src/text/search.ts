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
  if (inside >= 0) return isWordStart(text, inside) ? 0.9 : 0.6;
  return scattered(reading, text);
}

/** Letters in order with gaps: better where they begin words, and nothing where they are strewn about. */
function scattered(reading: string, text: string): number {
  const places = gapped(reading, text);
  const share = places.filter((at) => isWordStart(text, at)).length / Math.max(1, places.length);
  return share < 0.4 ? 0 : 0.2 + 0.3 * share;
}

/** Where each letter of a reading is in order, where words begin rather than within them; none where one is missing. */
function gapped(reading: string, text: string): number[] {
  const places: number[] = [];
  for (const letter of reading.replaceAll(' ', '')) {
    const from = (places.at(-1) ?? -1) + 1;
    const starts = wordStart(text, letter, from);
    const next = starts >= 0 ? starts : text.indexOf(letter, from);
    if (next < 0) return [];
    places.push(next);
  }
  return places;
}

function isWordStart(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

function wordStart(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
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

/** The least that a word which begins with what was typed comes to. */
const WORD = 0.85;

/** The same for names in other languages: they count half, and only where a word begins with what was typed. */
export function scoreAbroad(typed: string, texts: readonly string[]): number {
  const fits = score(typed, texts);
  return fits < WORD ? 0 : fits / 2;
}

export type Passage = { text: string; isMeant: boolean };

/** A text in passages, of which those are told apart that what was typed means. */
export function passages(typed: string, text: string): Passage[] {
  const letters = Array.from(text.normalize());
  // Which letter each unit of the folded text came of.
  const origins = letters.flatMap((letter, at) => Array.from({ length: folded(letter).length }, () => at));
  const plain = letters.map(folded).join('');
  const found = readings(typed)
    .map((reading) => ({ reading, fits: fit(reading, plain) }))
    .reduce((best, one) => (one.fits > best.fits ? one : best), { reading: '', fits: 0 });
  const meant = new Set(placesOf(found.reading, plain).map((place) => origins[place]));
  const made: Passage[] = [];
  letters.forEach((letter, at) => {
    const [last, isMeant] = [made.at(-1), meant.has(at)];
    if (last?.isMeant === isMeant) last.text += letter;
    else made.push({ text: letter, isMeant });
  });
  return made;
}

function placesOf(reading: string, text: string): number[] {
  const whole = text.indexOf(reading);
  if (reading === '') return [];
  return whole < 0 ? gapped(reading, text) : Array.from({ length: reading.length }, (_, at) => whole + at);
}
