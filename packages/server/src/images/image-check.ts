import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { DecodedType, ImageCheck, ImageOutcome } from '../applications/image-check.js';
import { hasCode } from '../storage/has-code.js';
import { exitCodes } from './exit-codes.js';
import type { ExitOutcome } from './exit-codes.js';

/** Pictures that are decoded at the same time; the others wait. Each takes the memory that its pixels need. */
const atOnce = 2;

const usualPatienceMs = 30_000;

/** Pictures that may wait. More would wait longer than their people do. */
const mostWaiting = 20;

const encodeProgram = join(
  dirname(createRequire(import.meta.url).resolve('@serviceportal/server/package.json')),
  'dist/images/encode-process.js',
);

export interface ImageCheckOptions {
  readonly megapixels: number;
  readonly log: Logger;
  /** What encodes one picture, from standard input to standard output (`encode-process.ts`). */
  readonly program?: string;
  /** How long one picture may take. */
  readonly patienceMs?: number;
}

/**
 * Encodes every picture in a process of its own: a decoder that is led astray holds nothing and takes nobody along (ADR 0065). A process
 * that fails for another reason than its picture is logged, and costs this picture only.
 */
export function createImageCheck(options: ImageCheckOptions): ImageCheck {
  const { megapixels, log } = options;
  const turn = pLimit(atOnce);
  async function encode(source: Readable, mediaType: DecodedType, maxSize: number): Promise<ImageOutcome> {
    const end = await encodeApart(source, [mediaType, String(megapixels * 1_000_000), String(maxSize)], options);
    if (end.kind !== 'failed') return end;
    log.error(end.reason, 'a picture could not be looked at: upload refused');
    return { kind: 'busy' };
  }
  return {
    megapixels,
    encode(source, mediaType, maxSize) {
      if (turn.pendingCount < mostWaiting) return turn(() => encode(source, mediaType, maxSize));
      source.destroy();
      return Promise.resolve({ kind: 'busy' });
    },
  };
}

type End = ImageOutcome | { readonly kind: 'failed'; readonly reason: { readonly exitCode: number } | { readonly err: unknown } };

async function encodeApart(
  source: Readable,
  parameters: readonly string[],
  { program = encodeProgram, patienceMs = usualPatienceMs }: ImageCheckOptions,
): Promise<End> {
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Nothing of ours; and no picture may be laid aside on disk while it is turned.
    env: { VIPS_DISC_THRESHOLD: '4g', VIPS_BLOCK_UNTRUSTED: '1' },
  });
  try {
    await once(child, 'spawn');
  } catch (error) {
    source.destroy();
    return { kind: 'failed', reason: { err: error } };
  }
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, patienceMs);
  try {
    const ended = once(child, 'close') as Promise<[code: number | null]>;
    const sent = pipeline(source, child.stdin).catch((error: unknown) => {
      // It need not read on when it knows enough.
      if (!hasCode(error, 'EPIPE') && !hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
    });
    const [bytes, [code]] = await Promise.all([buffer(child.stdout), ended, sent]);
    if (late) return { kind: 'busy' };
    // Killed by the system: its memory or a decoder gave in to this picture.
    if (code === null) return { kind: 'broken' };
    const outcome = (Object.keys(exitCodes) as ExitOutcome[]).find((name) => exitCodes[name] === code);
    if (outcome === undefined) return { kind: 'failed', reason: { exitCode: code } };
    return outcome === 'encoded' ? { kind: 'encoded', bytes } : { kind: outcome };
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
