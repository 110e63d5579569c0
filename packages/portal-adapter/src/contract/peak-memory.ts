import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What buffers outside the JavaScript heap hold, in MiB: file contents are there. */
function bufferMegabytes(): number {
  return process.memoryUsage().arrayBuffers / 1024 ** 2;
}

/**
 * Two collections: the first hands the buffers' memory to another thread to release, which on a busy machine takes its time;
 * the second begins by waiting for that thread.
 */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    collect();
  };
}

/** MiB that have to come on top of what was found held before it is worth another look: a collection stops everything for long. */
const step = 8;

/**
 * How much more buffer memory than `limit` was held at once while `work` ran, in MiB, to within 8; 0 when it stayed below. What
 * is only not yet collected does not count: above the limit it is measured again after a collection. Collecting at every look
 * would slow `work` down so much that it times out.
 */
export async function bufferMegabytesAbove(limit: number, work: () => Promise<unknown>): Promise<number> {
  const collect = collector();
  collect();
  const allowed = bufferMegabytes() + limit;
  let above = 0;
  let enough = allowed;
  const look = () => {
    if (bufferMegabytes() <= enough) return;
    collect();
    above = Math.max(above, bufferMegabytes() - allowed);
    enough = allowed + above + step;
  };
  const timer = setInterval(look, 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return above;
}
