import { afterEach, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expressServer } from './express-server.js';

describe('the server of an Express application', () => {
  let server: Server;
  afterEach(() => {
    server.close();
  });

  async function listening(made: Server): Promise<string> {
    server = made;
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('offers what Express adds to requests and responses', async () => {
    const app = express();
    app.disable('x-powered-by');
    app.get('/:name', (request, response) => {
      response.status(201).json({ name: request.params['name'], agent: request.get('x-agent'), app: request.app === app });
    });
    const url = await listening(expressServer(app, {}));
    const answer = await fetch(`${url}/Bello`, { headers: { 'x-agent': 'Probe' } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(await answer.json()).toEqual({ name: 'Bello', agent: 'Probe', app: true });
  });

  it('makes them with the prototypes that Express would give them', async () => {
    const app = express();
    const made: unknown[] = [];
    const used: unknown[] = [];
    app.use((request, response) => {
      used.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response));
      response.end();
    });
    const url = await listening(expressServer(app, {}));
    server.prependListener('request', (request, response) => made.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response)));
    await fetch(url);
    expect(made).toHaveLength(2);
    expect(made[0]).toBe(used[0]);
    expect(made[1]).toBe(used[1]);
  });
});
