import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const red = { r: 220, g: 20, b: 20 };
const blue = { r: 20, g: 20, b: 220 };

/** A photo as a phone takes it: lying on its side, with a place and a thumbnail's worth of other things in its EXIF. Its top is red. */
export async function photo(): Promise<Buffer> {
  // Stored turned: what is left in the file is on top once it is upright (EXIF orientation 6).
  return sharp({ create: { width: 400, height: 200, channels: 3, background: blue } })
    .composite([{ input: { create: { width: 100, height: 200, channels: 3, background: red } }, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'Musterkamera', Copyright: 'Erika Mustermann', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSLongitudeRef: 'E', GPSLongitude: '7/1 27/1 4366/100' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export const png = (): Promise<Buffer> =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: red } })
    .png()
    .toBuffer();

/** A PNG of black pixels whose lines cost almost nothing as long as nobody unpacks them. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, grey.
  header[8] = 1;
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

/** Uncompressed TIFF, grey, one page for each size. Orientations as in EXIF. */
export function tiff(
  sizes: readonly (readonly [width: number, height: number])[],
  { orientations = [] }: { readonly orientations?: readonly number[] } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  sizes.forEach(([width, height], index) => {
    const pixels = Buffer.alloc(width * height, 128);
    const entries = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 10 * 12 + 4],
      [274, orientations[index] ?? 1],
      [277, 1],
      [278, height],
      [279, pixels.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, value], place) => {
      directory.writeUInt16LE(tag, 2 + place * 12);
      directory.writeUInt16LE(4, 4 + place * 12);
      directory.writeUInt32LE(1, 6 + place * 12);
      directory.writeUInt32LE(value, 10 + place * 12);
    });
    at += directory.length + pixels.length;
    directory.writeUInt32LE(index === sizes.length - 1 ? 0 : at, directory.length - 4);
    parts.push(directory, pixels);
  });
  return Buffer.concat(parts);
}
