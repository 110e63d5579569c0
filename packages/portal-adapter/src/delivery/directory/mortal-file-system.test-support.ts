import * as real from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * `node:fs/promises` as a process sees it that is killed before its n-th operation: from then on nothing happens any more, not
 * even tidying up.
 */
export function mortalFileSystem() {
  let left = Number.POSITIVE_INFINITY;
  let died: () => void = () => undefined;
  const opened = new Set<FileHandle>();

  function mortal<Arguments extends unknown[], Result>(operation: (...all: Arguments) => Promise<Result>) {
    return (...all: Arguments): Promise<Result> => {
      left -= 1;
      if (left > 0) return operation(...all);
      died();
      return new Promise<Result>(() => undefined);
    };
  }

  async function open(...all: Parameters<typeof real.open>): Promise<Partial<FileHandle>> {
    const handle = await mortal(real.open)(...all);
    opened.add(handle);
    return {
      chmod: mortal(handle.chmod.bind(handle)),
      writeFile: mortal(handle.writeFile.bind(handle)),
      sync: mortal(handle.sync.bind(handle)),
      close: mortal(() => closed(handle)),
    };
  }

  function closed(handle: FileHandle): Promise<void> {
    opened.delete(handle);
    return handle.close();
  }

  const { chmod, mkdir, readdir, readFile, rename, rm, stat } = real;
  const wrapped = Object.entries({ chmod, mkdir, readdir, readFile, rename, rm, stat }).map(([name, operation]) => [
    name,
    mortal(operation as (...all: unknown[]) => Promise<unknown>),
  ]);
  return {
    module: { ...real, ...(Object.fromEntries(wrapped) as object), open },
    /** Resolves to whether `work` was killed before operation `count`. */
    async killedBefore(count: number, work: () => Promise<unknown>): Promise<boolean> {
      left = count;
      const death = new Promise<boolean>((resolve) => (died = () => resolve(true)));
      const killed = await Promise.race([work().then(() => false), death]);
      left = Number.POSITIVE_INFINITY;
      // The system closes the files of a dead process.
      await Promise.all([...opened].map(closed));
      return killed;
    },
  };
}
