const mebibyte = 1024 * 1024;

/** The same bytes in pieces of at most a mebibyte, so that what is made of one piece stays small. */
export async function* mebibyteOrLess(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    for (let start = 0; start < piece.length; start += mebibyte) yield piece.subarray(start, start + mebibyte);
  }
}

/** Bytes that are taken in portions, one portion after the other. */
export interface Portions {
  /** The next `size` bytes, or fewer at the end. */
  next(size: number): AsyncGenerator<Buffer>;
  /** Everything to the end, which whoever gives the bytes checks. */
  all(): AsyncGenerator<Buffer>;
  /** For when nobody reads on. */
  close(): Promise<void>;
}

export function portions(source: AsyncGenerator<Buffer>): Portions {
  let rest: Buffer = Buffer.alloc(0);
  async function* next(size: number): AsyncGenerator<Buffer> {
    let left = size;
    while (left > 0) {
      if (rest.length === 0) {
        const { done, value } = await source.next();
        if (done) return;
        rest = value;
      }
      const taken = rest.subarray(0, left);
      rest = rest.subarray(taken.length);
      left -= taken.length;
      if (taken.length > 0) yield taken;
    }
  }
  return {
    next,
    all: () => source,
    close: async () => void (await source.return(undefined)),
  };
}
