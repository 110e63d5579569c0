import sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import type { DecodedType } from '../applications/image-check.js';
import type { ExitOutcome } from './exit-codes.js';
import { joinPages } from './join-pages.js';

export type Encoded = { readonly outcome: 'encoded'; readonly bytes: Buffer } | { readonly outcome: Exclude<ExitOutcome, 'encoded'> };

// From good to still readable: a picture that gets too large by being encoded anew is tried with less.
const qualities = [90, 75, 60];

/**
 * Decodes a picture whole, turns it upright as its EXIF says, and encodes it in the same format, in sRGB. EXIF, GPS, thumbnails,
 * comments and whatever stands behind its end are left behind.
 */
export async function encodeImage(input: Buffer, mediaType: DecodedType, pixels: number, maxSize: number): Promise<Encoded> {
  // `error`: cut off, or damaged; small slips of scanners and cameras are only warnings.
  const options = { failOn: 'error', limitInputPixels: pixels, sequentialRead: true } as const;
  // Frames stay beside each other only if nothing is turned; formats with several know no orientation.
  const whole =
    (pages: number): (() => Sharp) =>
    () =>
      pages > 1 ? sharp(input, { ...options, pages: -1 }) : sharp(input, { ...options, pages: 1 }).autoOrient();
  const head = await headOf(input);
  if (!head || `image/${head.format}` !== mediaType) return { outcome: 'broken' };
  const pageCount = head.pages ?? 1;
  if (head.width * head.height * pageCount > pixels) return { outcome: 'too-many-pixels' };
  try {
    const open = mediaType === 'image/tiff' && pageCount > 1 ? await joinPages(input, options, pageCount, pixels) : whole(pageCount);
    if (!open) return { outcome: 'too-many-pixels' };
    for (const quality of qualities) {
      const bytes = await encoder(open(), mediaType, quality, head).toBuffer();
      if (bytes.length <= maxSize) return { outcome: 'encoded', bytes };
    }
    return { outcome: 'too-large' };
  } catch (error) {
    return { outcome: outcomeOf(error) };
  }
}

function encoder(image: Sharp, mediaType: DecodedType, quality: number, { chromaSubsampling }: Metadata): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      // Coloured writing stays sharp where it was.
      return image.jpeg({ quality, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' });
    case 'image/png':
      return image.png({ compressionLevel: 9, palette: quality < 90 });
    case 'image/webp':
      return image.webp({ quality });
    case 'image/gif':
      return image.gif();
    case 'image/tiff':
      return quality < 90 ? image.tiff({ compression: 'jpeg', quality }) : image.tiff({ compression: 'deflate', predictor: 'horizontal' });
  }
}

/** What its first bytes say. Nothing is unpacked, so the limit does not count yet. */
async function headOf(input: Buffer): Promise<Metadata | null> {
  return sharp(input, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

const outcomeOf = (error: unknown): 'broken' | 'too-many-pixels' =>
  error instanceof Error && error.message.includes('exceeds pixel limit') ? 'too-many-pixels' : 'broken';
