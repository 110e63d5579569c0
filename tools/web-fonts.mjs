// Cuts a font into what nearly every page needs and what only some names need; the browser fetches the second when a letter of it
// stands on the page (`unicode-range`).
import subsetFont from 'subset-font';

/** German and Western European texts with their punctuation. */
const basic = [[0x20, 0x7e], [0xa0, 0xff], [0x1e9e], [0x2010, 0x2015], [0x2018, 0x201f], [0x2022], [0x2026], [0x2039, 0x203a], [0x20ac], [0x2212]]; // prettier-ignore
/**
 * The other letters of DIN 91379 (Latin, Greek, Cyrillic, combining signs) as far as the font has them. Latin letters once more, because
 * a letter and its combining sign have to come from one font.
 */
const further = [[0x41, 0x5a], [0x61, 0x7a], [0x100, 0x24f], [0x2b0, 0x36f], [0x370, 0x3ff], [0x400, 0x45f], [0x1e00, 0x1e9d], [0x1e9f, 0x1eff], [0x2070, 0x209f], [0x2113], [0x2122], [0x2190, 0x2193]]; // prettier-ignore

const letters = (ranges) => ranges.flatMap(([from, to = from]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))).join(''); // prettier-ignore
const hex = (code) => code.toString(16).toUpperCase();
const unicodeRange = (ranges) => ranges.map(([from, to]) => `U+${hex(from)}${to === undefined ? '' : `-${hex(to)}`}`).join(', ');

/** Both parts of a font, as woff2, with the letters that each is for (CSS `unicode-range`). */
export async function partsOfFont(font) {
  const part = async (ranges) => ({
    bytes: await subsetFont(font, letters(ranges), { targetFormat: 'woff2' }),
    unicodeRange: unicodeRange(ranges),
  });
  return { basic: await part(basic), further: await part(further) };
}

/** One face of the family. Where ranges overlap, the browser takes the face declared last. */
export const fontFace = (weight, file, range) =>
  `@font-face{font-family:'Fira Sans';font-style:normal;font-weight:${weight};font-display:swap;src:url('${file}') format('woff2');unicode-range:${range}}`;
