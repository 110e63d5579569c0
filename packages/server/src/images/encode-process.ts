import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { DecodedType } from '../applications/image-check.js';
import { encodeImage } from './encode-image.js';
import { exitCodes } from './exit-codes.js';

// A process of its own for one picture: from standard input to standard output. It knows no key and no address, may be killed at any
// moment, and goes first when memory runs short.
const [mediaType, pixels, maxSize] = process.argv.slice(2);
try {
  setPriority(5);
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // Not on this system.
}
sharp.cache(false);
sharp.concurrency(1);
// Only what decodes the accepted types; a file does not choose its decoder.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff'].map((format) => `VipsForeignLoad${format}`) });
const encoded = await encodeImage(await buffer(process.stdin), mediaType as DecodedType, Number(pixels), Number(maxSize));
if (encoded.outcome === 'encoded') process.stdout.write(encoded.bytes, () => process.exit(exitCodes.encoded));
else process.exit(exitCodes[encoded.outcome]);
