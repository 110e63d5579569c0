import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import type * as reader from 'jsqr';
import { qrCode } from './qr-code.js';

// A CommonJS bundle whose types say otherwise.
const jsQR = createRequire(import.meta.url)('jsqr') as typeof reader.default.default;

const scale = 4;

/** The picture as a camera sees it: four bytes a pixel. */
function pixels({ size, path }: { size: number; path: string }): Uint8ClampedArray {
  const image = new Uint8ClampedArray(4 * (size * scale) ** 2).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) {
        image.fill(0, 4 * (row * size * scale + column), 4 * (row * size * scale + column) + 3);
      }
    }
  }
  return image;
}

it('is read as the address by a reader that did not write it', () => {
  const address = 'https://portal.musterstadt.example/weiter/AbCdEfGhIjKlMnOpQrStUvWxYz0';
  const code = qrCode(address);
  const side = code.size * scale;
  expect(jsQR(pixels(code), side, side)?.data).toBe(address);
});

it('has four light modules around it', () => {
  const { size, path } = qrCode('https://portal.example/weiter/x');
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
    expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
  }
});
