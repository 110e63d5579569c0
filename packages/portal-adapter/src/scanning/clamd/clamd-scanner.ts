import type { Readable } from 'node:stream';
import { ScanError } from '../../contract/scanner.js';
import type { Scanner } from '../../contract/scanner.js';
import { findingOf } from './answer.js';
import type { ClamdConfiguration } from './configuration.js';
import { ConversationBroken, converse } from './conversation.js';
import type { Answer } from './conversation.js';

const pingSeconds = 5;

/** Sends a file through one connection of clamd (clamd(8): zINSTREAM). Nothing is written to a disk on this side. */
export function createClamdScanner(configuration: ClamdConfiguration): Scanner {
  const { timeoutSeconds, maxMegabytes } = configuration;
  async function ask(question: AsyncIterable<Buffer>, seconds: number, signal: AbortSignal | undefined): Promise<Answer> {
    const time = AbortSignal.timeout(seconds * 1000);
    try {
      return await converse(configuration, question, signal ? AbortSignal.any([signal, time]) : time);
    } catch (cause) {
      if (!(cause instanceof ConversationBroken)) throw cause;
      if (time.aborted) throw new ScanError('clamd-slow', 'unavailable', `clamd did not answer within ${seconds} seconds.`, { cause });
      throw new ScanError('clamd-unreachable', 'unavailable', 'clamd cannot be reached, or broke off.', { cause });
    }
  }
  return {
    sheet: {
      kind: 'scanning',
      name: 'clamd',
      maxBytes: maxMegabytes * 1_000_000,
      limits: ['clamd calls clean what it did not look into: MaxFileSize and MaxScanSize must not be smaller than StreamMaxLength.'],
    },
    async scan(file, { signal } = {}) {
      try {
        return findingOf(await ask(inStream(file), timeoutSeconds, signal));
      } finally {
        file.destroy();
      }
    },
    async ping({ signal } = {}) {
      const { text, complete } = await ask(command('zPING\0'), Math.min(pingSeconds, timeoutSeconds), signal);
      if (complete && text === 'PONG') return;
      throw new ScanError(
        'clamd-answer-unreadable',
        'unavailable',
        'What answered does not speak as clamd does: check host, port or socket.',
      );
    },
  };
}

async function* command(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

/** Chunks with their length before them (four bytes, big-endian); one of length zero ends the stream. */
async function* inStream(file: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of file as AsyncIterable<Buffer>) {
    if (piece.length > 0) yield Buffer.concat([lengthOf(piece.length), piece]);
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
