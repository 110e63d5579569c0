import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { bufferMegabytesAbove } from './peak-memory.js';

const megabyte = () => Buffer.alloc(1024 * 1024, 'x');

describe('buffer memory above a limit', () => {
  it('counts what is held', async () => {
    const held: Buffer[] = [];
    const above = await bufferMegabytesAbove(8, async () => {
      for (let index = 0; index < 64; index += 1) {
        held.push(megabyte());
        if (index % 4 === 3) await wait(20);
      }
    });
    expect(held).toHaveLength(64);
    expect(above).toBeGreaterThan(47);
    expect(above).toBeLessThan(60);
  });

  it('counts nothing that is only not yet collected or released', async () => {
    const above = await bufferMegabytesAbove(8, async () => {
      for (let index = 0; index < 160; index += 1) {
        megabyte();
        if (index % 20 === 0) await wait(6);
      }
    });
    expect(above).toBeLessThan(4);
  });
});
