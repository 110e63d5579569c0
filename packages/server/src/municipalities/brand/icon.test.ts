import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { brandIcon } from './icon.js';

it('is drawn in the colours of the municipality, and as pixels the same', async () => {
  const { svg, ico } = await brandIcon({ brand: '#5c0e25', onBrand: '#ffffee' });
  expect(svg).toMatch(/fill="#5c0e25".*fill="#ffffee"/);
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48]);
  const png = ico.subarray(ico.readUInt32LE(18));
  expect(png.length).toBe(ico.readUInt32LE(14));
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 4)];
  expect([info.width, info.height]).toEqual([48, 48]);
  expect(pixel(24, 42)).toEqual([0x5c, 0x0e, 0x25, 255]);
  expect(pixel(24, 20)).toEqual([0xff, 0xff, 0xee, 255]);
  expect(pixel(0, 47)[3]).toBe(0);
});

it('has colours of its own where none are configured', async () => {
  expect((await brandIcon()).svg).toMatch(/fill="#[0-9a-f]{6}" stroke="#ffffff"/);
});
