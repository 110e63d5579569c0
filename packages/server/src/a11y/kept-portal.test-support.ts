import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ShownPage } from './kept-pages.test-support.js';

export interface KeptPortal {
  /** From now on this page is shown. Gives the address at which it is. */
  show(page: ShownPage): string;
  close(): Promise<void>;
}

/** Where `scripts` of a test are found, by their names. */
export const scriptAddress = (name: string): string => `/pruefung/${name}`;

/** Shows kept pages under their own paths. Style sheets, fonts, pictures and scripts come from the portal, or from the test. */
export async function openKeptPortal(scripts: Readonly<Record<string, string>>): Promise<KeptPortal> {
  let shown: ShownPage | null = null;
  const own = new Map(Object.entries(scripts).map(([name, text]) => [scriptAddress(name), text]));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const script = own.get(path);
    if (script !== undefined) {
      return void response
        .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=86400' })
        .end(script);
    }
    if (shown && path === new URL(shown.address).pathname) {
      return void response
        .writeHead(shown.status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
        .end(shown.html);
    }
    if (!shown) return void response.writeHead(404).end();
    fetch(new URL(path, shown.address)).then(
      async (answer) => {
        const headers = {
          'Content-Type': answer.headers.get('content-type') ?? '',
          'Cache-Control': answer.headers.get('cache-control') ?? '',
        };
        response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
      },
      () => response.writeHead(502).end(),
    );
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
  return {
    show(page) {
      shown = page;
      return `http://127.0.0.1:${port}${new URL(page.address).pathname}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
