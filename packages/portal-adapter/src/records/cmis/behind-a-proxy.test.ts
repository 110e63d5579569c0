import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { cmisHarness, completeCases, target } from './cmis-harness.test-support.js';

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
