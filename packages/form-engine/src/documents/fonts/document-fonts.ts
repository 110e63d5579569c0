import { createFontFace } from './font-face.js';
import type { FontFace } from './font-face.js';

/** The embedded fonts of a document. Made once, used by every document. */
export interface DocumentFonts {
  readonly regular: FontFace;
  readonly bold: FontFace;
}
export type FaceName = keyof DocumentFonts;

/**
 * Parses the two fonts; takes about 0.2 s. The bytes of TrueType files, e.g. Noto Sans, which has every letter of DIN 91379.
 * @throws DocumentError
 */
export function prepareFonts(bytes: Readonly<Record<FaceName, Uint8Array>>): DocumentFonts {
  return { regular: createFontFace(bytes.regular, 'regular'), bold: createFontFace(bytes.bold, 'bold') };
}
