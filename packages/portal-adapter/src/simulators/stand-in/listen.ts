import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Where a stand-in listens. */
export interface Listening {
  /** For people: `http://localhost:8090`. */
  readonly url: string;
  /** For programs on this machine: `http://127.0.0.1:8090`. */
  readonly origin: string;
  /** Ends open connections. */
  close(): Promise<void>;
}

/** @param port 0 for any free one */
export async function listen(
  app: Express,
  { port: wanted, host = '127.0.0.1' }: { port: number; host?: string | undefined },
): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, host, resolve));
  const { port } = server.address() as AddressInfo;
  const literal = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${['127.0.0.1', '0.0.0.0'].includes(host) ? 'localhost' : literal}:${port}`,
    origin: `http://${host === '0.0.0.0' ? '127.0.0.1' : literal}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
