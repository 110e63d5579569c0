import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliver } from '../../contract/contract-case.js';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { fitConnectHarness } from '../../delivery/fit-connect/fit-connect-harness.test-support.js';
import type { FitConnectHarness } from '../../delivery/fit-connect/fit-connect-harness.test-support.js';
import { sealing } from '../../delivery/fit-connect/receiver/foreign-sender.test-support.js';
import { demonstrationKeys } from './demonstration-keys.js';

let harness: FitConnectHarness;
beforeEach(async () => {
  harness = await fitConnectHarness({}, { limits: { attachmentBytes: 2000, submissionBytes: 100_000 } });
});
afterEach(() => harness.close());

const form = (parameters: Record<string, string>) => new URLSearchParams(parameters);
const client = { grant_type: 'client_credentials', client_id: 'online-dienst', client_secret: 'nur-zur-vorfuehrung' };
const tokenAnswer = (parameters: Record<string, string>) =>
  fetch(harness.fitConnect().addresses.token, { method: 'POST', body: form(parameters) });

async function ask(method: string, path: string, body?: string, type = 'application/json', clientId = 'online-dienst') {
  const { access_token: token } = (await (await tokenAnswer({ ...client, client_id: clientId })).json()) as { access_token: string };
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type };
  const answer = await fetch(`${harness.fitConnect().addresses.submission}/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, type: answer.headers.get('Content-Type'), text: await answer.text() };
}

const attachment = '123e4567-e89b-42d3-a456-426614174000';
const announcement = () => ({
  destinationId: harness.fitConnect().destinationId,
  announcedAttachments: [attachment],
  publicService: { name: 'Hund', identifier: 'urn:de:fim:leika:leistung:99102013104000' },
});
async function announced(): Promise<string> {
  const { text } = await ask('POST', 'v2/submissions', JSON.stringify(announcement()));
  return (JSON.parse(text) as { submissionId: string }).submissionId;
}
const jwe = sealing(demonstrationKeys.decryption);

test('issues tokens to whoever knows the secret, in the body alone', async () => {
  expect(await (await tokenAnswer(client)).json()).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
  expect((await tokenAnswer({ ...client, client_secret: 'falsch' })).status).toBe(401);
  expect(await (await tokenAnswer({ ...client, scope: 'subscribe:destination:x' })).json()).toEqual({ error: 'invalid_scope' });
  const basic = { Authorization: `Basic ${Buffer.from('online-dienst:nur-zur-vorfuehrung').toString('base64')}` };
  const answer = await fetch(harness.fitConnect().addresses.token, {
    method: 'POST',
    headers: basic,
    body: form({ grant_type: 'client_credentials' }),
  });
  expect(await answer.json()).toEqual({ error: 'invalid_client' });
});

describe('the rules of the delivery service', () => {
  test.each<[number, string, () => Promise<{ readonly status: number }>]>([
    [400, 'version 1 in version 2', () => ask('POST', 'v1/submissions', JSON.stringify(announcement()))],
    [404, 'no such destination', () => ask('POST', 'v2/submissions', JSON.stringify({ ...announcement(), destinationId: attachment }))],
    [404, 'no list of keys', () => ask('GET', `v2/destinations/${harness.fitConnect().destinationId}/keys`)],
    [403, 'a recipient cannot send', () => ask('POST', 'v2/submissions', JSON.stringify(announcement()), 'application/json', 'fachamt')],
    [422, 'not announced', async () => ask('PUT', `v2/submissions/${await announced()}/attachments/${harness.fitConnect().destinationId}`, jwe('a', 'text/plain'), 'application/jose')], // prettier-ignore
    [415, 'not as JOSE', async () => ask('PUT', `v2/submissions/${await announced()}/attachments/${attachment}`, jwe('a', 'text/plain'), 'text/plain')], // prettier-ignore
    [413, 'too large', async () => ask('PUT', `v2/submissions/${await announced()}/attachments/${attachment}`, jwe(Buffer.alloc(3000), 'text/plain'), 'application/jose')], // prettier-ignore
    [
      422,
      'in the open',
      async () => ask('PUT', `v2/submissions/${await announced()}/attachments/${attachment}`, 'a.b.c.d.e', 'application/jose'),
    ],
    [422, 'attachments missing', async () => ask('PUT', `v2/submissions/${await announced()}`, JSON.stringify({ encryptedMetadata: jwe('{}', 'application/json'), encryptedData: jwe('{}', 'application/json') }))], // prettier-ignore
    [422, 'no data in version 2', async () => ask('PUT', `v2/submissions/${await announced()}`, JSON.stringify({ encryptedMetadata: jwe('{}', 'application/json') }))], // prettier-ignore
  ])('%i: %s', async (status, _, work) => {
    const answer = await work();
    expect(answer).toMatchObject({ status, type: expect.stringContaining('application/problem+json') });
  });

  test('409 for a submission that is there, and for a second decision', async () => {
    await deliver(harness, sampleDelivery({ files: sampleDelivery().files.slice(0, 2) }));
    const [{ submissionId } = { submissionId: '' }] = harness.fitConnect().store.list();
    const body = JSON.stringify({ encryptedMetadata: jwe('{}', 'application/json'), encryptedData: jwe('{}', 'application/json') });
    expect(await ask('PUT', `v2/submissions/${submissionId}`, body)).toMatchObject({ status: 409 });
    await harness.fitConnect().accept(submissionId);
    await expect(harness.fitConnect().reject(submissionId, [{ type: 'x' }])).rejects.toMatchObject({ status: 409 });
  });
});

test('shows what arrived, opened, and lets the office decide', async () => {
  const delivery = sampleDelivery({ files: sampleDelivery().files.slice(0, 2) });
  await deliver(harness, delivery);
  const { url, store } = harness.fitConnect();
  const [{ submissionId } = { submissionId: '' }] = store.list();
  expect(await (await fetch(url)).text()).toContain(delivery.reference);
  const page = await (await fetch(`${url}/faelle/${submissionId}`)).text();
  for (const text of ['Jörg Groß-Şahin', 'antrag.pdf', 'Annehmen']) expect(page).toContain(text);
  expect(await (await fetch(`${url}/faelle/${submissionId}/fachdaten`)).text()).toBe('{"name":"Jörg Groß-Şahin"}');
  const decide = (parameters: Record<string, string>) => fetch(`${url}/faelle/${submissionId}/entscheidung`, { method: 'POST', body: form(parameters), redirect: 'manual' }); // prettier-ignore
  expect((await decide({ state: 'rejected', reason: '' })).status).toBe(400);
  expect((await decide({ state: 'rejected', reason: 'Die Rasse fehlt.' })).status).toBe(303);
  expect(store.get(submissionId)?.state).toBe('rejected');
  expect(await (await fetch(`${url}/stoerung`)).text()).toContain('Normalbetrieb');
});
