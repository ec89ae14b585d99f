// Makes the font of the server's pages: of the window's font the letters that our four languages and their neighbours
// need, at the weights from 400 to 600, in files that a page loads by need. Run by `cargo xtask gen`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const source = new URL('./node_modules/@fontsource-variable/inter/', import.meta.url);
const target = new URL('../crates/server/assets/fonts/', import.meta.url);

/** Every file, with what it holds as ranges of code points. */
const files = {
  latin: [
    [0x20, 0x7e],
    [0xa0],
    [0xab],
    [0xb7],
    [0xbb],
    [0xc0, 0xff],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
    [0x2026],
  ],
  'latin-ext': [
    [0x102, 0x103],
    [0x160, 0x161],
    [0x17d, 0x17e],
    [0x218, 0x21b],
  ],
  cyrillic: [[0x401], [0x410, 0x44f], [0x451]],
};

const weights = { min: 400, max: 600, default: 400 };

mkdirSync(target, { recursive: true });
const faces = [];
for (const [name, ranges] of Object.entries(files)) {
  const font = readFileSync(new URL(`files/inter-${name}-wght-normal.woff2`, source));
  const options = { targetFormat: 'woff2', variationAxes: { wght: weights } };
  writeFileSync(new URL(`inter-${name}.woff2`, target), await subset(font, text(ranges), options));
  faces.push(face(name, ranges));
}
const head = '/* Made by `cargo xtask gen`: the font of the pages, loaded by need. */\n';
writeFileSync(new URL('fonts.css', target), head + faces.join(''));
writeFileSync(new URL('LICENSE', target), readFileSync(new URL('LICENSE', source)));
console.log(`wrote ${fileURLToPath(target)}`);

function text(ranges) {
  const points = ranges.flatMap(([from, to = from]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
  return String.fromCodePoint(...points);
}

function face(name, ranges) {
  const hex = (point) => point.toString(16).toUpperCase().padStart(4, '0');
  const range = ([from, to]) => (to === undefined ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`);
  return `@font-face {
  font-family: Inter; font-weight: ${weights.min} ${weights.max}; font-display: swap;
  src: url("/assets/inter-${name}.woff2") format("woff2");
  unicode-range: ${ranges.map(range).join(', ')};
}
`;
}
