import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { sampleDelivery } from '../contract/sample-delivery.js';
import { caseDescription } from '../simulators/fachverfahren/received-case.js';
import { createDirectoryConnector } from './directory/directory-connector.js';
import { directoryConfiguration } from './directory/configuration.js';
import { describeCase } from './http/case-description.js';
import { handOverWhole } from '../contract/whole-hand-over.js';

const declarations = [
  { key: 'richtig', kind: 'declaration', given: true, text: 'Meine Angaben stimmen.', language: 'de', at: '2026-03-01T09:30:00.000Z' },
  {
    key: 'presse',
    kind: 'consent',
    given: false,
    text: 'You may show my picture.',
    withdrawal: 'A letter is enough.',
    language: 'en',
    at: '2026-03-01T09:30:00.000Z',
  },
] as const;

it('tells a Fachverfahren over HTTP what was declared, and nothing where nothing was', () => {
  const described = describeCase(sampleDelivery({ declarations }));
  expect(described.declarations).toEqual(declarations);
  expect(caseDescription.parse(described).declarations).toEqual(declarations);
  expect(describeCase(sampleDelivery())).not.toHaveProperty('declarations');
});

it('writes what was declared into the folder', async () => {
  const path = await mkdtemp(join(tmpdir(), 'serviceportal-declarations-'));
  try {
    const connector = createDirectoryConnector(directoryConfiguration.parse({ connector: 'directory', path }));
    await handOverWhole(connector, sampleDelivery({ declarations }), { signal: new AbortController().signal });
    const folder = (await readdir(path)).find((name) => !name.startsWith('.')) ?? '';
    expect(JSON.parse(await readFile(join(path, folder, 'uebergabe.json'), 'utf8'))).toMatchObject({ declarations });
  } finally {
    await rm(path, { recursive: true, force: true });
  }
});
