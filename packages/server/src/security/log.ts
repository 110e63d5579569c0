import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** Names under which citizens' data could get into a log line by mistake. They are cut out wherever they appear. */
const personalNames = ['answers', 'body', 'cookie', 'cookies', 'authorization', 'query', 'reference', 'password', 'content', 'fileName'];

/** Structured logs (JSON lines) without citizens' data. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const paths = personalNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: { service: 'serviceportal' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[removed]' },
    // An error's message may quote an answer; its name, code and stack lines say where it happened.
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code: 'code' in error ? error.code : undefined, stack: frames.slice(0, 8).map((line) => line.trim()) };
}
