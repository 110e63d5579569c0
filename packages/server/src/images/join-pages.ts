import sharp from 'sharp';
import type { Sharp } from 'sharp';

/**
 * The pages of a TIFF, upright, as one strip from which they are written again. All of them get the size of the largest: what is
 * smaller gets white margins. Null: together they have more pixels than allowed.
 * @throws Error of the decoder where a page is damaged
 */
export async function joinPages(input: Buffer, options: object, pageCount: number, pixels: number): Promise<(() => Sharp) | null> {
  const pages = Array.from({ length: pageCount }, (_, page) => () => sharp(input, { ...options, page }).autoOrient());
  const heads = await inTurn(pages, (open) => open().metadata());
  const width = Math.max(...heads.map(({ autoOrient }) => autoOrient.width));
  const height = Math.max(...heads.map(({ autoOrient }) => autoOrient.height));
  if (width * height * pageCount > pixels) return null;
  const drawn = await inTurn(pages, async (open, at) => {
    const size = heads[at]?.autoOrient ?? { width, height };
    const margins = { right: width - size.width, bottom: height - size.height, background: 'white' };
    return open().flatten({ background: 'white' }).extend(margins).toColourspace('srgb').raw().toBuffer();
  });
  const raw = { width, height: height * pageCount, pageHeight: height, channels: 3 } as const;
  const strip = Buffer.concat(drawn);
  return () => sharp(strip, { limitInputPixels: pixels, raw });
}

/** One after the other: two pages at once would take the memory of both. */
async function inTurn<In, Out>(all: readonly In[], make: (one: In, at: number) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  for (const [at, one] of all.entries()) made.push(await make(one, at));
  return made;
}
