import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { sealStream, unsealStream } from './sealed-file.js';
import { seal, unseal } from './sealing.js';

describe('a sealed value', () => {
  const key = randomBytes(32);
  const plain = Buffer.from('Straße 1');

  it('opens with its key and purpose only', () => {
    const sealed = seal(plain, key, 'draft-1');
    expect(unseal(sealed, key, 'draft-1')).toEqual(plain);
    expect(unseal(sealed, key, 'draft-2')).toBeNull();
    expect(unseal(sealed, randomBytes(32), 'draft-1')).toBeNull();
  });

  it('does not open when any byte was changed or cut off', () => {
    const sealed = seal(plain, key, 'x');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed.readUInt8(index) + 1) % 256, index);
      expect(unseal(changed, key, 'x')).toBeNull();
      expect(unseal(sealed.subarray(0, index), key, 'x')).toBeNull();
    }
  });
});

describe('a sealed file', () => {
  const key = randomBytes(32);
  const piece = 64 * 1024;
  const sealFile = async (plain: Buffer): Promise<Buffer> => Buffer.concat(await Readable.from([plain]).pipe(sealStream(key)).toArray());
  const open = async (sealed: Buffer): Promise<Buffer> => Buffer.concat(await Readable.from([sealed]).pipe(unsealStream(key)).toArray());

  it.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 7])('of %i bytes comes out as it went in', async (size) => {
    const plain = randomBytes(size);
    const sealed = await sealFile(plain);
    expect(sealed.equals(plain)).toBe(false);
    expect((await open(sealed)).equals(plain)).toBe(true);
  });

  it('fails where pieces are missing at the end, exchanged or changed', async () => {
    const sealed = await sealFile(randomBytes(3 * piece));
    const at = (index: number): Buffer => sealed.subarray(index * (piece + 16), (index + 1) * (piece + 16));
    await expect(open(Buffer.concat([at(0), at(1)]))).rejects.toThrow();
    await expect(open(Buffer.concat([at(1), at(0), at(2)]))).rejects.toThrow();
    await expect(open(Buffer.alloc(0))).rejects.toThrow();
  });
});
