import type { Socket } from 'node:net';

export type Command =
  | { readonly kind: 'ping' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stream'; readonly bytes: Buffer }
  /** More came than is taken; the rest is not waited for. */
  | { readonly kind: 'too-large' };

/** Reads one command that ends with a zero byte, and the chunks of a stream (clamd(8)). `done` is called once. */
export function readCommand(connection: Socket, streamMaxLength: number, done: (command: Command) => void): void {
  let waiting = Buffer.alloc(0);
  let streaming = false;
  const chunks: Buffer[] = [];
  let length = 0;
  const end = (command: Command): void => {
    connection.off('data', read);
    done(command);
  };
  const read = (piece: Buffer): void => {
    waiting = Buffer.concat([waiting, piece]);
    if (!streaming) {
      const at = waiting.indexOf(0);
      if (at < 0) return;
      const name = waiting.subarray(0, at).toString('latin1');
      waiting = waiting.subarray(at + 1);
      if (name === 'zPING') return end({ kind: 'ping' });
      if (name !== 'zINSTREAM') return end({ kind: 'unknown' });
      streaming = true;
    }
    while (waiting.length >= 4) {
      const size = waiting.readUInt32BE();
      if (size === 0) return end({ kind: 'stream', bytes: Buffer.concat(chunks) });
      if (length + size > streamMaxLength) return end({ kind: 'too-large' });
      if (waiting.length < 4 + size) return;
      chunks.push(waiting.subarray(4, 4 + size));
      length += size;
      waiting = waiting.subarray(4 + size);
    }
  };
  connection.on('data', read);
}
