import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { repository } from '@serviceportal/test-support';
import { isSigned } from './s3-signature.test-support.js';

/** An object storage on this machine that can be cut off. */
export interface RunningS3 {
  /** By which a portal finds it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Nothing gets through, and connections break, until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** What s3rver knows. */
const secret = 'S3RVER';
const keys = { SERVICEPORTAL_S3_ACCESS_KEY: 'S3RVER', SERVICEPORTAL_S3_SECRET_KEY: secret };

// In a thread of its own: what it keeps in memory is not ours.
const storageThread = `
const { parentPort, workerData } = require('node:worker_threads');
const S3rver = require(workerData.module);
const bucket = { name: workerData.bucket, configs: [] };
const storage = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: workerData.directory, configureBuckets: [bucket] });
storage.run().then(({ port }) => parentPort.postMessage(port));
`;

/** s3rver, and before it what it leaves out: signatures of version 4 and the digest of what is sent. */
export async function startS3(bucket = 'anlagen'): Promise<RunningS3> {
  const directory = await mkdtemp(join(tmpdir(), 'serviceportal-s3-'));
  const module = createRequire(join(repository, 'packages/server/package.json')).resolve('s3rver');
  const storage = new Worker(storageThread, { eval: true, workerData: { module, directory, bucket } });
  const [inner] = (await once(storage, 'message')) as [number];
  let whole = true;
  const door = createServer((request, response) => {
    if (!whole) request.socket.destroy();
    else if (!isSigned(request, secret)) refuse(response, 403, 'SignatureDoesNotMatch');
    else if (request.method === 'PUT' && request.headers['content-length'] === undefined) refuse(response, 411, 'MissingContentLength');
    else passOn(request, response, inner);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  const cut = (): void => {
    whole = false;
    door.closeAllConnections();
  };
  return {
    environment: { SERVICEPORTAL_S3_ENDPOINT: `http://127.0.0.1:${port}`, SERVICEPORTAL_S3_BUCKET: bucket, ...keys },
    cut,
    mend: () => (whole = true),
    async close() {
      cut();
      door.close();
      await storage.terminate();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = request;
  const digest = createHash('sha256');
  const onwards = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    if (digest.digest('hex') !== headers['x-amz-content-sha256']) return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  onwards.on('error', () => response.destroy());
  request.on('error', () => onwards.destroy());
  request.on('data', (chunk: Buffer) => digest.update(chunk));
  request.pipe(onwards);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(text);
}
