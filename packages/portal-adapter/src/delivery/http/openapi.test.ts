import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { repository } from '@serviceportal/test-support';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { describeCase } from './case-description.js';

const document = parse(readFileSync(join(repository, 'docs/connectors/http.openapi.yaml'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const ajvFor = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`);

describe('docs/connectors/http.openapi.yaml', () => {
  test('describes the case that is sent', () => {
    const validate = ajvFor('Case');
    const names = ['antrag.json', 'Müll ß.pdf', ''];
    const description = describeCase(sampleDelivery({ files: names.map((name) => sampleFile(name, name)) }));
    expect([validate?.(description), validate?.errors]).toEqual([true, null]);
    expect(validate?.({ ...description, key: undefined })).toBe(false);
  });

  test('describes what docs/connectors/http.md shows', () => {
    const page = readFileSync(join(repository, 'docs/connectors/http.md'), 'utf8');
    const example = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as unknown;
    expect(ajvFor('Case')?.(example)).toBe(true);
    expect(ajvFor('Receipt')?.({ caseNumber: 'FV-2026-000001', receivedAt: '2026-03-01T09:30:02Z' })).toBe(true);
  });
});
