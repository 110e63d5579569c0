import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { bufferMegabytesAbove } from './peak-memory.js';

const megabyte = () => Buffer.alloc(1024 * 1024, 'x');

describe('buffer memory above a limit', () => {
  it('counts what is held', async () => {
    const held: Buffer[] = [];
    const above = await bufferMegabytesAbove(8, async () => {
      for (let index = 0; index < 32; index += 1) held.push(megabyte());
      await wait(50);
    });
    expect(held).toHaveLength(32);
    expect(above).toBeGreaterThan(20);
    expect(above).toBeLessThan(28);
  });

  it('counts nothing that is only not yet collected or released', async () => {
    const above = await bufferMegabytesAbove(8, async () => {
      for (let index = 0; index < 400; index += 1) {
        megabyte();
        if (index % 20 === 0) await wait(6);
      }
    });
    expect(above).toBeLessThan(4);
  });
});
