import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { cmisConfiguration } from './configuration.js';
import { cmisHarness, completeCases, target } from './cmis-harness.test-support.js';
import { openRepository } from './repository.js';

test('a repository that names another host is asked at the one that is configured', async () => {
  const harness = await cmisHarness();
  // A proxy that keeps the repository believing in its own name, as most do.
  const proxy = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, host: 'dms-intern.invalid:8080' };
    const { port } = new URL(harness.cmis().serviceUrl);
    const onwards = request({ host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onwards);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/cmis/browser`;
  const Authorization = `Basic ${Buffer.from('portal:geheim:1').toString('base64')}`;
  expect(await (await fetch(url, { headers: { Authorization } })).text()).toContain(
    'http://dms-intern.invalid:8080/cmis/browser/portal/root',
  );
  await handOverWhole(createDeliveryConnector(target(url)), sampleDelivery(), { signal: AbortSignal.timeout(30_000) });
  expect(await completeCases(harness.cmis().store)).toHaveLength(1);
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await harness.close();
});

test('a repository whose address begins with two slashes leads to no other host', async () => {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const repositories = { portal: { repositoryUrl: '/cmis/portal', rootFolderUrl: 'http://dms.invalid//elsewhere.invalid/root' } };
    asked.push(incoming.url ?? '');
    outgoing.setHeader('Content-Type', 'application/json');
    if (asked.length > 1) outgoing.statusCode = 404;
    outgoing.end(asked.length > 1 ? '{"exception":"objectNotFound"}' : JSON.stringify(repositories));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cmis/browser`;
  const repository = await openRepository(cmisConfiguration.parse(target(url)), AbortSignal.timeout(30_000));
  expect(await repository.byId('1')).toBeNull();
  expect(asked[1]).toMatch(/^\/\/elsewhere\.invalid\/root\?/);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
