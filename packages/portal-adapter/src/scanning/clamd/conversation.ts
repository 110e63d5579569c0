import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { ClamdConfiguration } from './configuration.js';

export type Address = Pick<ClamdConfiguration, 'socket' | 'host' | 'port'>;

/** What came back before the connection ended. */
export interface Answer {
  /** Up to the byte that ends it, at most `longest` characters. */
  readonly text: string;
  /** The ending byte came, and the question had been sent completely. */
  readonly complete: boolean;
}

/** The connection could not be opened, or ended without a word. */
export class ConversationBroken extends Error {
  override readonly name = 'ConversationBroken';
}

const longest = 4096;

/**
 * One connection, one question, one answer. clamd may answer before it has everything (a file that is too large) and hang up:
 * then nothing more is sent. @throws ConversationBroken; and what `question` throws
 */
export async function converse(address: Address, question: AsyncIterable<Buffer>, signal: AbortSignal): Promise<Answer> {
  if (signal.aborted) throw new ConversationBroken('There was no time left.');
  const socket = open(address);
  const stop = (): void => void socket.destroy(new ConversationBroken('The time was over.'));
  signal.addEventListener('abort', stop, { once: true });
  const progress = { sent: false };
  const answered = listen(socket, progress);
  try {
    await once(socket, 'connect').catch((cause: unknown) => {
      throw new ConversationBroken('No connection.', { cause });
    });
    await send(socket, question, progress);
    return await answered;
  } finally {
    signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}

function open({ socket, host, port }: Address): Socket {
  const connection = socket === undefined ? connect({ host: host ?? 'localhost', port }) : connect({ path: socket });
  // Whoever waits for it learns of an error as well.
  connection.on('error', () => undefined);
  return connection;
}

function listen(socket: Socket, progress: { readonly sent: boolean }): Promise<Answer> {
  const answered = new Promise<Answer>((resolve, reject) => {
    let text = '';
    const done = (complete: boolean): void => {
      resolve({ text, complete });
      // Nobody listens any more: what is still being sent may end.
      socket.destroy();
    };
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      const end = piece.indexOf('\0');
      text = (text + (end < 0 ? piece : piece.slice(0, end))).slice(0, longest);
      if (end >= 0) done(progress.sent);
      else if (text.length === longest) done(false);
    });
    let broken: unknown;
    socket.on('error', (error) => (broken = error));
    socket.on('close', () => {
      if (text !== '' && !(broken instanceof ConversationBroken)) resolve({ text, complete: false });
      else reject(broken instanceof ConversationBroken ? broken : new ConversationBroken('No answer.', { cause: broken }));
    });
  });
  // Sending may find out first.
  answered.catch(() => undefined);
  return answered;
}

async function send(socket: Socket, question: AsyncIterable<Buffer>, progress: { sent: boolean }): Promise<void> {
  for await (const piece of question) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await room(socket);
  }
  progress.sent = true;
}

/** Resolves when more can be written, or nothing any more. */
function room(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
