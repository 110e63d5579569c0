import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describeWith, shared } from '@serviceportal/test-support';
import { sampleDelivery } from '../../../contract/sample-delivery.js';
import { buildMetadata, sha512 } from './build-metadata.js';
import { readMetadata } from './schema.js';

const id = '123e4567-e89b-42d3-a456-426614174000';
const content = {
  data: { bytes: Buffer.from('{}'), schemaUri: 'https://schema.example/antrag.json', mimeType: 'application/json' },
  attachments: [
    { id, purpose: 'form', mimeType: 'application/pdf', filename: 'antrag.pdf', sha512: sha512('x') },
    { id: '123e4567-e89b-42d3-a456-426614174001', purpose: 'report', mimeType: 'text/csv', filename: 'a.csv', sha512: sha512('') },
  ],
  serviceIdentifier: 'urn:de:fim:leika:leistung:99102013104000',
  replyChannel: { eMail: { address: 'amt@musterstadt.example' } },
  author: { name: 'Portal', product: { name: 'serviceportal', version: '1', manufacturer: 'Musterstadt' } },
} as const;

type Json = { [key: string]: Json } & Json[];
const built = (version: '2.1.0' | '1.0.0'): Json => {
  const description = version === '2.1.0' ? { description: { content: '{"a":1}', schemaUri: 'https://schema.example/case.json' } } : {};
  return JSON.parse(buildMetadata(sampleDelivery(), { ...content, ...description, version }).toString('utf8')) as Json;
};

/** One thing wrong in each. */
const mistakes: Record<string, (metadata: Json) => void> = {
  'no structure': (metadata) => delete metadata['contentStructure'],
  'no attachments': ({ contentStructure }) => delete contentStructure?.['attachments'],
  'no hash of the data': ({ contentStructure }) => delete contentStructure?.['data']?.['hash'],
  'a hash in capitals': ({ contentStructure }) => Object.assign(contentStructure?.['data']?.['hash'] ?? {}, { content: 'A'.repeat(128) }),
  'a hash of another kind': ({ contentStructure }) => Object.assign(contentStructure?.['data']?.['hash'] ?? {}, { type: 'sha256' }),
  'data of another type': ({ contentStructure }) =>
    Object.assign(contentStructure?.['data']?.['submissionSchema'] ?? {}, { mimeType: 'text/csv' }),
  'a structure without URI': ({ contentStructure }) => delete contentStructure?.['data']?.['submissionSchema']?.['schemaUri'],
  'an attachment without purpose': ({ contentStructure }) => delete contentStructure?.['attachments']?.[0]?.['purpose'],
  'an unknown purpose': ({ contentStructure }) => Object.assign(contentStructure?.['attachments']?.[0] ?? {}, { purpose: 'photo' }),
  'an id that is none': ({ contentStructure }) => Object.assign(contentStructure?.['attachments']?.[0] ?? {}, { attachmentId: 'eins' }),
  'a type with parameters': ({ contentStructure }) =>
    Object.assign(contentStructure?.['attachments']?.[0] ?? {}, { mimeType: 'text/html; charset=utf-8' }),
  'two reply channels': (metadata) => Object.assign(metadata['replyChannel'] ?? {}, { deMail: { address: 'a@b.example' } }),
  'an address that is none': (metadata) => Object.assign(metadata['replyChannel'] ?? {}, { eMail: { address: 'Amt' } }),
  'a day that is none': (metadata) => Object.assign(metadata['additionalReferenceInfo'] ?? {}, { applicationDate: 'gestern' }),
  'a payment that is unknown': (metadata) => Object.assign(metadata, { paymentInformation: { transactionReference: 'a', transactionId: 'b', paymentMethod: 'CASH', status: 'BOOKED' } }), // prettier-ignore
};
const mistakesOf2: typeof mistakes = {
  'no version': (metadata) => delete metadata['$schema'],
  'no data': ({ contentStructure }) => delete contentStructure?.['data'],
  'a data set without hash': (metadata) => delete metadata['dataSets']?.[0]?.['hash'],
  'an author without product': (metadata) => delete metadata['author']?.['product'],
  'an unknown reference': (metadata) => Object.assign(metadata['additionalReferenceInfo'] ?? {}, { kassenzeichen: '1' }),
  'a part twice': ({ contentStructure }) => Object.assign(contentStructure?.['attachments']?.[0] ?? {}, { fragments: [id, id] }),
  'no parts': ({ contentStructure }) => Object.assign(contentStructure?.['attachments']?.[0] ?? {}, { fragments: [] }),
};

describeWith('shared', "FITKO's schemas and our description agree", () => {
  const validatorOf = (file: string) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    return ajv.compile(JSON.parse(readFileSync(join(shared, 'fit-connect', file), 'utf8')) as object);
  };
  const cases = [
    ['2.1.0', 'metadata-2.1.0.schema.json', { ...mistakes, ...mistakesOf2 }],
    ['1.0.0', 'metadata.schema.v1.0.0.json', mistakes],
  ] as const;

  it.each(cases)('%s: on what we build, and on everything that is wrong with it', (version, file, wrong) => {
    const validate = validatorOf(file);
    expect([validate(built(version)), validate.errors]).toEqual([true, null]);
    expect(readMetadata(built(version)).kind).toBe('read');
    for (const [name, change] of Object.entries(wrong)) {
      const changed = built(version);
      change(changed);
      expect([name, validate(changed)]).toEqual([name, false]);
      // Without a version, 2.x looks like 1.x: then the rest decides.
      if (name !== 'no version') expect([name, readMetadata(changed).kind]).toEqual([name, 'invalid']);
    }
  });
});

it('says where it is wrong, and nothing of what stands there', () => {
  const changed = built('2.1.0');
  Object.assign(changed['replyChannel'] ?? {}, { eMail: { address: 'Erika Mustermann' } });
  expect(readMetadata(changed)).toEqual({ kind: 'invalid', paths: ['replyChannel.eMail.address'] });
});

it('sends nothing that would be wrong', () => {
  const wrong = { ...content, version: '2.1.0', data: { ...content.data, schemaUri: 'no uri' } } as const;
  expect(() => buildMetadata(sampleDelivery(), wrong)).toThrow('contentStructure.data.submissionSchema.schemaUri');
});

it('dates an application by the day in Germany', () => {
  const late = sampleDelivery({ submittedAt: '2026-06-30T22:30:00.000Z' });
  expect(JSON.parse(buildMetadata(late, { ...content, version: '2.1.0' }).toString('utf8'))).toMatchObject({
    additionalReferenceInfo: { applicationDate: '2026-07-01', senderReference: late.reference },
  });
});
