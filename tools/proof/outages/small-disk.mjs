// A small file system of its own, which can be filled to the last byte.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { atEnd } from './at-end.mjs';
import { CannotRun } from './cannot-run.mjs';

const megabyte = Buffer.alloc(1024 * 1024, 'x');
const refillMs = 100;

/** @param path an empty folder @param megabytes how much it holds @throws CannotRun where nobody may mount */
export function mountSmallDisk(path, megabytes) {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'serviceportal-proof', path], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    const [why] = (mounted.stderr || String(mounted.error)).split('\n');
    throw new CannotRun(`a small file system cannot be mounted here (${why.split(': ').at(-1)})`);
  }
  // Lazily: whatever still holds a file there does not keep the folder.
  const unmount = atEnd(() => spawnSync('umount', ['-l', path]));
  const ballast = join(path, 'ballast');
  let filling = null;
  return {
    /** Leaves no byte free, and takes what becomes free, until it is emptied. */
    fill() {
      fillUp(ballast);
      filling = setInterval(() => fillUp(ballast), refillMs);
    },
    empty() {
      clearInterval(filling);
      rmSync(ballast, { force: true });
    },
    unmount() {
      clearInterval(filling);
      unmount();
    },
  };
}

function fillUp(path) {
  const file = openSync(path, 'a');
  try {
    // Smaller and smaller pieces: a large one is refused while there is still room for a small one.
    for (let size = megabyte.length; size >= 1; size = Math.floor(size / 4)) {
      while (fits(file, size));
    }
  } finally {
    closeSync(file);
  }
}

function fits(file, size) {
  try {
    return writeSync(file, megabyte, 0, size) === size;
  } catch (error) {
    if (error.code === 'ENOSPC') return false;
    throw error;
  }
}
