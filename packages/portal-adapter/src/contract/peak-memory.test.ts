import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { bufferMegabytesAbove } from './peak-memory.js';

const megabyte = () => Buffer.alloc(1024 * 1024, 'x');

describe('buffer memory above a limit', () => {
  it('counts what is held', async () => {
    const held: Buffer[] = [];
    const above = await bufferMegabytesAbove(32, async () => {
      for (let index = 0; index < 80; index += 1) {
        held.push(megabyte());
        if (index % 4 === 3) await wait(20);
      }
    });
    expect(held).toHaveLength(80);
    expect(above).toBeGreaterThan(39);
    expect(above).toBeLessThan(52);
  });

  it('counts nothing that is only not yet collected or released', async () => {
    const above = await bufferMegabytesAbove(32, async () => {
      for (let index = 0; index < 160; index += 1) {
        megabyte();
        if (index % 20 === 0) await wait(6);
      }
    });
    expect(above).toBeLessThan(4);
  });
});
