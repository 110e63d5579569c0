import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { DecodedType, ImageOutcome } from '../applications/image-check.js';
import { createLog } from '../security/log.js';
import { createImageCheck } from './image-check.js';
import { blackPng, photo, png, tiff } from './sample-images.test-support.js';

const log = createLog('silent');
const check = createImageCheck({ megapixels: 60, log });
const encode = (bytes: Buffer, mediaType: DecodedType, maxSize = 10_000_000): Promise<ImageOutcome> =>
  check.encode(Readable.from([bytes]), mediaType, maxSize);
async function encoded(bytes: Buffer, mediaType: DecodedType, maxSize?: number): Promise<Buffer> {
  const outcome = await encode(bytes, mediaType, maxSize);
  if (outcome.kind !== 'encoded') throw new Error(outcome.kind);
  return outcome.bytes;
}
const colourAt = async (bytes: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

it('lets no more wait than can be looked at soon', async () => {
  const busy = createImageCheck({ megapixels: 1, log });
  // Two are looked at, twenty wait.
  const sources = Array.from({ length: 22 }, () => new PassThrough());
  const outcomes = sources.map((source) => busy.encode(source, 'image/png', 1_000));
  const one = new PassThrough();
  await expect(busy.encode(one, 'image/png', 1_000)).resolves.toEqual({ kind: 'busy' });
  expect(one.destroyed).toBe(true);
  for (const source of sources) source.end('no picture');
  await expect(Promise.all(outcomes)).resolves.toEqual(sources.map(() => ({ kind: 'broken' })));
}, 120_000);

describe('a picture', () => {
  it('loses where and by whom it was taken, and stands upright', async () => {
    const before = await photo();
    expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('Erika Mustermann');
    expect(await sharp(before).metadata()).toMatchObject({ orientation: 6, width: 400, height: 200 });
    const after = await encoded(before, 'image/jpeg');
    const { exif, icc, iptc, xmp, orientation, ...rest } = await sharp(after).metadata();
    expect({ exif, icc, iptc, xmp, orientation }).toEqual({});
    expect(after.toString('latin1')).not.toMatch(/Mustermann|Musterkamera|Exif/);
    expect(rest).toMatchObject({ format: 'jpeg', width: 200, height: 400 });
    const [top = [], bottom = []] = [await colourAt(after, 100, 20), await colourAt(after, 100, 380)];
    expect(top[0]).toBeGreaterThan(180);
    expect(bottom[2]).toBeGreaterThan(180);
  });

  it('loses what was hidden behind its end', async () => {
    const zip = Buffer.from('504b0304140000000800geheim', 'latin1');
    const after = await encoded(Buffer.concat([await png(), zip]), 'image/png');
    expect(after.toString('latin1')).not.toContain('geheim');
    expect(await sharp(after).metadata()).toMatchObject({ format: 'png', width: 30, height: 20 });
    expect(await colourAt(after, 1, 1)).toEqual([220, 20, 20]);
  });

  it.each([
    ['a cut-off JPEG', async () => (await photo()).subarray(0, -1000), 'image/jpeg'],
    ['a cut-off PNG', async () => (await png()).subarray(0, -30), 'image/png'],
    ['a PNG with a changed byte', async () => flipped(await png(), 60), 'image/png'],
    ['only the beginning of a JPEG', async () => (await photo()).subarray(0, 300), 'image/jpeg'],
    ['nothing but a signature', () => Promise.resolve(Buffer.from('89504e470d0a1a0a', 'hex')), 'image/png'],
    ['another format than it seemed', () => png(), 'image/jpeg'],
    ['a drawing in SVG', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')), 'image/png'],
    ['a cut-off TIFF', () => Promise.resolve(tiff([[40, 40]]).subarray(0, -800)), 'image/tiff'],
  ] satisfies [string, () => Promise<Buffer>, DecodedType][])('is refused as broken: %s', async (_what, make, mediaType) => {
    await expect(encode(await make(), mediaType)).resolves.toEqual({ kind: 'broken' });
  });

  it('of 900 megapixels in 110 kB is refused before anybody unpacks it', async () => {
    const bomb = blackPng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(200_000);
    const started = performance.now();
    await expect(encode(bomb, 'image/png')).resolves.toEqual({ kind: 'too-many-pixels' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('may have as many pixels as are allowed, in all its pages together', async () => {
    const narrow = createImageCheck({ megapixels: 0.01, log });
    const kindOf = async (bytes: Buffer, type: DecodedType) => (await narrow.encode(Readable.from([bytes]), type, 1_000_000)).kind;
    await expect(kindOf(blackPng(100, 100), 'image/png')).resolves.toBe('encoded');
    await expect(kindOf(blackPng(100, 101), 'image/png')).resolves.toBe('too-many-pixels');
    const page = [100, 60] as const;
    await expect(kindOf(tiff([page]), 'image/tiff')).resolves.toBe('encoded');
    await expect(kindOf(tiff([page, page]), 'image/tiff')).resolves.toBe('too-many-pixels');
  });

  it('keeps all its pages', async () => {
    const page = [40, 30] as const;
    const after = await encoded(tiff([page, page]), 'image/tiff');
    expect(await sharp(after).metadata()).toMatchObject({ pages: 2, width: 40, height: 30 });
  });

  it('with pages of different sizes is written anew as well: smaller pages get white margins', async () => {
    const hidden = Buffer.from('Erika Mustermann');
    const mixed = tiff([
      [40, 30],
      [20, 50],
    ]);
    const after = await encoded(Buffer.concat([mixed, hidden]), 'image/tiff');
    expect(after.includes(hidden)).toBe(false);
    expect(await sharp(after).metadata()).toMatchObject({ pages: 2, width: 40, height: 50 });
    const second = await sharp(after, { page: 1 }).png().toBuffer();
    expect([await colourAt(second, 19, 49), await colourAt(second, 20, 49)].map(([grey]) => grey)).toEqual([128, 255]);
    await expect(encode(mixed.subarray(0, -200), 'image/tiff')).resolves.toEqual({ kind: 'broken' });
  });

  it('with pages of different sizes may have no more pixels than others, in all pages together', async () => {
    const narrow = createImageCheck({ megapixels: 0.01, log });
    const pages = tiff([
      [10, 10],
      [90, 90],
      [80, 80],
    ]);
    await expect(narrow.encode(Readable.from([pages]), 'image/tiff', 1_000_000)).resolves.toEqual({ kind: 'too-many-pixels' });
  });

  it('stands upright on every page', async () => {
    const after = await encoded(
      tiff(
        [
          [40, 30],
          [40, 30],
        ],
        { orientations: [1, 6] },
      ),
      'image/tiff',
    );
    expect(await sharp(after).metadata()).toMatchObject({ pages: 2, width: 40, height: 40 });
  });

  it('is made plainer where it would become larger than allowed, and refused where that does not do', async () => {
    const noise = await sharp({
      create: { width: 600, height: 600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
    })
      .jpeg({ quality: 50 })
      .toBuffer();
    const best = await encoded(noise, 'image/jpeg');
    expect(best.length).toBeGreaterThan(noise.length);
    const plainer = await encoded(noise, 'image/jpeg', noise.length * 1.3);
    expect(plainer.length).toBeLessThanOrEqual(noise.length * 1.3);
    await expect(encode(noise, 'image/jpeg', 10_000)).resolves.toEqual({ kind: 'too-large' });
  });

  it('comes in the colours in which it was seen', async () => {
    const wide = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#ff0000' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    const after = await encoded(wide, 'image/png');
    expect((await sharp(after).metadata()).icc).toBeUndefined();
    expect(await colourAt(after, 5, 5)).toEqual([255, expect.any(Number), expect.any(Number)]);
  });

  it('moves on where it moved', async () => {
    const frames = await sharp(
      [
        await png(),
        await sharp(await png())
          .negate()
          .toBuffer(),
      ],
      { join: { animated: true } },
    )
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect(await sharp(await encoded(frames, 'image/gif'), { animated: true }).metadata()).toMatchObject({ pages: 2, format: 'gif' });
  });
});

it('does not stop the server while it works, and passes on that a file cannot be read', async () => {
  const large = await sharp({ create: { width: 6000, height: 5000, channels: 3, background: '#0a7' } })
    .jpeg()
    .toBuffer();
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await encoded(large, 'image/jpeg');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
  const unreadable = new Readable({ read: () => undefined });
  setTimeout(() => unreadable.destroy(new Error('unreadable')), 50);
  await expect(check.encode(unreadable, 'image/png', 1000)).rejects.toThrow('unreadable');
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}
