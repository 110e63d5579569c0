import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { ClamdBehaviour } from './behaviour.js';
import { readCommand } from './read-command.js';
import type { Command } from './read-command.js';

export interface ClamdOptions {
  /** Path of a unix socket; without it, a port of this machine. */
  readonly socket?: string;
  /** Without it, any free one. */
  readonly port?: number;
  /** Bytes, as in clamd.conf. */
  readonly streamMaxLength?: number;
}

/** A stand-in for clamd: knows one virus, the EICAR test file, and fails on demand. */
export interface RunningClamd {
  /** 0: it listens on a socket. */
  readonly port: number;
  /** What it was sent, stream by stream. */
  readonly received: readonly Buffer[];
  behave(behaviour: ClamdBehaviour): void;
  close(): Promise<void>;
}

// Written in two parts, so that no scanner takes this file for the thing itself (EICAR Anti-Virus Test File, 2003).
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export async function startClamd({ socket, port = 0, streamMaxLength = 25_000_000 }: ClamdOptions = {}): Promise<RunningClamd> {
  let behaviour: ClamdBehaviour = 'honest';
  const received: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer((connection) => {
    open.add(connection);
    connection.on('close', () => open.delete(connection)).on('error', () => undefined);
    if (behaviour === 'deaf') return void connection.pause();
    if (behaviour === 'hasty') connection.write('stream: OK\0');
    readCommand(connection, behaviour === 'cutMidStream' ? 1 : streamMaxLength, (command) => {
      if (command.kind === 'stream') received.push(command.bytes);
      answer(connection, command, behaviour);
    });
  });
  server.listen(socket === undefined ? { port, host: '127.0.0.1' } : { path: socket });
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? (address satisfies AddressInfo).port : 0,
    received,
    behave: (next) => void (behaviour = next),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const connection of open) connection.destroy();
      await closed;
    },
  };
}

function answer(connection: Socket, command: Command, behaviour: ClamdBehaviour): void {
  switch (behaviour) {
    case 'slow':
    case 'deaf':
      return;
    case 'cutMidStream':
    case 'cutBeforeAnswer':
      return void connection.destroy();
    case 'halfAnswer':
      return void connection.end('stream: O');
    case 'failing':
      return void connection.end("stream: Can't allocate memory ERROR\0");
    case 'nonsense':
      return void connection.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n\0');
    case 'endless': {
      const more = (): void => void (connection.writable && connection.write('stream: '.repeat(4096), more));
      return more();
    }
    default:
      return void connection.end(`${honest(command)}\0`);
  }
}

function honest(command: Command): string {
  switch (command.kind) {
    case 'ping':
      return 'PONG';
    case 'unknown':
      return 'UNKNOWN COMMAND';
    case 'too-large':
      return 'INSTREAM size limit exceeded. ERROR';
    case 'stream':
      return command.bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }
}
