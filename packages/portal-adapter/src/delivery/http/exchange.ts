import { request as plainRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { once } from 'node:events';

/** A request body whose length is known before its first byte is read. */
export interface RequestBody {
  readonly contentType: string;
  /** Bytes. */
  readonly length: number;
  /** @throws DeliveryError when a file cannot be read or has changed */
  bytes(): AsyncIterable<Buffer>;
}

/** One request. Redirects are not followed, connections are not reused: an old connection that just died looks like a lost case. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  /** Time without a byte in either direction after which the exchange is over. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  /** Bytes of an answer that are read. Default: 64 KiB. */
  readonly maxAnswer?: number;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  /** As UTF-8. `complete` is false where it was longer than `maxAnswer`. */
  readonly text: string;
  /** The answer arrived completely, and after the request was sent completely. */
  readonly complete: boolean;
}

/** The exchange ended without an answer. */
export class ExchangeBroken extends Error {
  override readonly name = 'ExchangeBroken';
  /** Could the counterpart have the whole request? Without its last byte a request is void (RFC 9112, section 8). */
  readonly requestComplete: boolean;
  constructor(requestComplete: boolean, cause: unknown) {
    super('The exchange ended without an answer.', { cause });
    this.requestComplete = requestComplete;
  }
}

const usualMaxAnswer = 64 * 1024;

interface Progress {
  connected: boolean;
  lastPieceGiven: boolean;
}

/** @throws ExchangeBroken; and what reading the body throws */
export async function exchange(question: Question): Promise<Answer> {
  const progress: Progress = { connected: false, lastPieceGiven: false };
  const outgoing = opened(question, progress);
  const answered = once(outgoing, 'response').then(([message]) =>
    read(message as IncomingMessage, progress, question.maxAnswer ?? usualMaxAnswer),
  );
  // `once` rejects as soon as the request fails; sending finds that out by itself.
  answered.catch(() => undefined);
  try {
    const sent = send(outgoing, question.body, progress);
    return await Promise.race([answered, sent.then(() => answered)]);
  } catch (cause) {
    if (cause instanceof BodyUnreadable) throw cause.cause;
    throw new ExchangeBroken(progress.connected && progress.lastPieceGiven, cause);
  } finally {
    outgoing.destroy();
  }
}

function opened(question: Question, progress: Progress): ClientRequest {
  const { url, method, signal, body, silenceMs } = question;
  const secure = url.protocol === 'https:';
  const headers = body
    ? { ...question.headers, 'Content-Type': body.contentType, 'Content-Length': String(body.length) }
    : question.headers;
  const outgoing = (secure ? secureRequest : plainRequest)(url, { method, headers, agent: false, signal, timeout: silenceMs });
  outgoing.on('timeout', () => outgoing.destroy(new Error(`No byte for ${silenceMs} ms.`)));
  outgoing.on('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => (progress.connected = true)));
  outgoing.on('error', () => undefined);
  return outgoing;
}

class BodyUnreadable extends Error {}

async function* readable(body: RequestBody): AsyncGenerator<Buffer> {
  try {
    yield* body.bytes();
  } catch (cause) {
    throw new BodyUnreadable('The body cannot be read.', { cause });
  }
}

async function send(outgoing: ClientRequest, body: RequestBody | undefined, progress: Progress): Promise<void> {
  let left = body?.length ?? 0;
  if (body) {
    for await (const piece of readable(body)) {
      if (outgoing.destroyed) return;
      left -= piece.length;
      if (left === 0) progress.lastPieceGiven = true;
      if (!outgoing.write(piece)) await room(outgoing);
    }
  }
  progress.lastPieceGiven = true;
  outgoing.end();
}

/** Resolves when more can be written, or nothing any more. */
function room(outgoing: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}

async function read(message: IncomingMessage, progress: Progress, maxAnswer: number): Promise<Answer> {
  const early = !progress.lastPieceGiven;
  const pieces: Buffer[] = [];
  let size = 0;
  let whole = true;
  try {
    for await (const piece of message) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size > maxAnswer) {
        whole = false;
        break;
      }
    }
  } catch {
    whole = false;
  }
  return {
    status: message.statusCode ?? 0,
    contentType: message.headers['content-type'] ?? '',
    retryAfter: message.headers['retry-after'],
    text: Buffer.concat(pieces).subarray(0, maxAnswer).toString('utf8'),
    complete: whole && !early,
  };
}
