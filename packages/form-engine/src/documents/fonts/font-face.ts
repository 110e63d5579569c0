import { create } from 'fontkit';
import type { Font, Glyph, GlyphRun } from 'fontkit';
import { DocumentError } from './document-error.js';

/** One parsed font. Holds no state of a document: every document with the same text gets the same glyphs. */
export interface FontFace {
  /** What pdfkit takes as a parsed font. */
  readonly font: Font;
  has(codePoint: number): boolean;
  /** Does copied text say the same as what stands there? Some characters share a glyph, marks change their base. */
  readsBack(text: string): boolean;
}

// What a letter of a town cannot do without: Latin, German, DIN 91379's additions, typography, the replacement sign.
const needed = 'AZaz09ÄÖÜäöüßẞĐəȷ\u0302\u0304\u035f–„“€\ufffd';
const withoutLigatures = { liga: false, clig: false, dlig: false };

/** @throws DocumentError for bytes that are no TrueType font or one without the letters that names need */
export function createFontFace(bytes: Uint8Array, name: string): FontFace {
  const font = parse(bytes, name);
  const missing = [...needed].filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  if (missing.length > 0) {
    const list = missing.map((sign) => `U+${hex(sign)}`).join(', ');
    throw new DocumentError('document-font-incomplete', `The font "${name}" lacks ${list}. Use one that covers DIN 91379, e.g. Noto Sans.`);
  }
  const known = new Set(font.characterSet);
  // A glyph remembers the first character it was used for, and that is what a copied text says. Asking once in ascending
  // order makes it the same in every document: the space, never the no-break space.
  const ownGlyph = new Set<number>();
  const mapped = new Set<number>();
  for (const codePoint of [...known].sort((one, other) => one - other)) {
    const glyph = font.glyphForCodePoint(codePoint);
    if (!mapped.has(glyph.id)) ownGlyph.add(codePoint);
    mapped.add(glyph.id);
  }
  const readsBack = (text: string): boolean =>
    !/\p{M}/u.test(text) && Array.from(text).every((sign) => ownGlyph.has(sign.codePointAt(0) ?? 0));
  const shape = (text: string): GlyphRun => {
    const run = font.layout(text, withoutLigatures);
    run.glyphs = run.glyphs.map((glyph) =>
      mapped.has(glyph.id) ? glyph : (Object.create(glyph, { codePoints: { value: [0xfffd] } }) as typeof glyph),
    );
    return run;
  };
  // Only marks need the rules of OpenType, which cost ten times as much as the rest of a document.
  const layout = (text: string): Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'> =>
    readsBack(text) ? plainRun(font.glyphsForString(text)) : shape(text);
  return {
    font: Object.create(font, { layout: { value: layout } }) as Font,
    has: (codePoint) => known.has(codePoint),
    readsBack,
  };
}

/** One glyph after the other. pdfkit scales the positions and asks for the sum afterwards. */
const plainRun = (glyphs: Glyph[]): Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'> => ({
  glyphs,
  positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })),
  get advanceWidth() {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  },
});

function parse(bytes: Uint8Array, name: string): Font {
  try {
    const font = create(bytes as Parameters<typeof create>[0]);
    // Tables are read when they are needed: a file that breaks off shows here, not in the middle of a document.
    if ('layout' in font && font.type === 'TTF' && font.layout(needed).advanceWidth > 0) return font;
  } catch (cause) {
    throw new DocumentError('document-font-invalid', `The font "${name}" cannot be read. A TrueType file (.ttf) is expected.`, { cause });
  }
  throw new DocumentError(
    'document-font-invalid',
    `The font "${name}" is no TrueType font (.ttf); web fonts and collections are not taken.`,
  );
}

const hex = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
