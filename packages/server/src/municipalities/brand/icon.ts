import { formatHex } from 'culori';
import sharp from 'sharp';
import type { BrandColors } from './brand-configuration.js';
import { schemeColors } from './color-scheme.js';

/** What browsers show on tabs and in bookmarks. */
export interface BrandIcon {
  readonly svg: string;
  /** For `/favicon.ico`, where browsers look that know no SVG. */
  readonly ico: Buffer;
}

const side = 48;

/** A shield with a town gate, in the colours of the municipality. Its border keeps it apart from dark tabs. */
export async function brandIcon(chosen: BrandColors = {}): Promise<BrandIcon> {
  const { brand, onBrand } = schemeColors.light.defaults;
  const field = chosen.brand ?? formatHex(brand);
  const charge = chosen.onBrand ?? formatHex(onBrand);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<path fill="${field}" stroke="${charge}" stroke-width="1.5" d="M3 2h26v14c0 8-5 12-13 15C8 28 3 24 3 16z"/>` +
    `<path fill="${charge}" d="M8 22V9h4v3h2V9h4v3h2V9h4v13h-5v-4a3 3 0 0 0-6 0v4z"/></svg>`;
  return { svg, ico: icoOf(await sharp(Buffer.from(svg), { density: 288 }).resize(side, side).png().toBuffer()) };
}

/** One PNG picture in the container that Windows icons have: a header of 6 bytes and an entry of 16. */
function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // with one picture
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
