import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { repository } from '@serviceportal/test-support';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';
import { startFachverfahren } from '../../simulators/fachverfahren/fachverfahren.js';
import { readCallback } from './callback.js';
import { describeCase } from './case-description.js';
import type { Answer } from './exchange.js';
import { statusOutcome } from './outcome.js';

const document = parse(readFileSync(join(repository, 'docs/connectors/http.openapi.yaml'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const ajvFor = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`);

const page = readFileSync(join(repository, 'docs/connectors/http.md'), 'utf8');

const answered = (content: unknown): Answer => ({
  status: 200,
  contentType: 'application/json',
  retryAfter: undefined,
  text: JSON.stringify(content),
  complete: true,
});

describe('docs/connectors/http.openapi.yaml', () => {
  test('describes the case that is sent', () => {
    const validate = ajvFor('Case');
    const names = ['antrag.json', 'Müll ß.pdf', ''];
    const description = describeCase(sampleDelivery({ files: names.map((name) => sampleFile(name, name)) }));
    expect([validate?.(description), validate?.errors]).toEqual([true, null]);
    expect(validate?.({ ...description, key: undefined })).toBe(false);
  });

  test('describes what docs/connectors/http.md shows', () => {
    const [example, answer] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => JSON.parse(text) as unknown);
    expect(ajvFor('Case')?.(example)).toBe(true);
    expect(ajvFor('CaseAnswer')?.(answer)).toBe(true);
    expect(statusOutcome(answered(answer))).toMatchObject({
      state: 'rejected',
      at: '2026-03-04T13:05:00.000Z',
      reason: expect.stringContaining('Steuermarke'),
    });
    expect(ajvFor('Receipt')?.({ caseNumber: 'FV-2026-000001', receivedAt: '2026-03-01T09:30:02Z' })).toBe(true);
  });

  test('describes a webhook that is believed as it stands on the page', () => {
    const [, head = '', body = ''] = /```http\n(.*?)\n\n(.*?)\n```/s.exec(page) ?? [];
    const secret = /secret of this example is `(\w+)`/.exec(page)?.[1] ?? '';
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1];
    const headers = { 'callback-timestamp': header('Callback-Timestamp'), 'callback-signature': header('Callback-Signature') };
    expect(ajvFor('Changed')?.(JSON.parse(body))).toBe(true);
    expect(ajvFor('Changed')?.({})).toBe(false);
    const request = { headers, body: Buffer.from(body), now: new Date('2026-03-01T09:30:02Z') };
    expect(readCallback(request, 'sha256', secret)).toEqual({
      keys: ['0198c3b2-7d4e-7c11-9a52-5b1c7b0f3a10'],
      counterpartReferences: ['FV-2026-000001'],
    });
    expect(() => readCallback(request, 'sha256', `${secret}0`)).toThrow('Compare the secrets');
  });

  test('describes what the stand-in answers by key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
    const running = await startFachverfahren({ port: 0, folder });
    try {
      const delivery = sampleDelivery();
      const connector = createDeliveryConnector({ connector: 'http', url: running.deliveryUrl });
      const { counterpartReference } = await handOverWhole(connector, delivery, { signal: AbortSignal.timeout(60_000) });
      const asked = async (): Promise<unknown> => (await fetch(`${running.deliveryUrl}/by-key/${delivery.key}`)).json();
      const answers = [await asked()];
      await running.decide(counterpartReference, { state: 'rejected', reason: 'nein' });
      answers.push(await asked());
      running.behave('numberLater');
      answers.push(await asked());
      expect(answers.map((answer) => ajvFor('CaseAnswer')?.(answer))).toEqual([true, true, true]);
      running.behave('garbleStatus');
      expect(ajvFor('CaseAnswer')?.(await asked())).toBe(false);
    } finally {
      await running.close();
      await rm(folder, { recursive: true });
    }
  });
});
