import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import { createDeliveryConnector, deliveryConfiguration } from './create-delivery-connector.js';
import type { DeliveryConfigurationInput } from './create-delivery-connector.js';

/** Each with everything that its page describes. A new connector gets an entry here and a row there. */
const generous: Readonly<Record<string, DeliveryConfigurationInput>> = {
  http: {
    connector: 'http',
    url: 'https://fachverfahren.example/faelle',
    confirm: true,
    statusBack: true,
    webhook: { secretEnv: 'SECRET' },
  },
  directory: { connector: 'directory', path: '/srv/uebergabe' },
  cmis: {
    connector: 'cmis',
    url: 'https://dms.example/cmis',
    repository: 'r',
    folderPath: '/P/{reference}',
    key: { property: 'akte:schluessel', documentProperty: 'akte:dateischluessel' },
  },
  'fit-connect': {
    connector: 'fit-connect',
    environment: 'test',
    clientId: 'portal',
    clientSecretEnv: 'SECRET',
    caseDescription: { schemaUri: 'https://schema.example/case.json' },
    callback: { url: 'https://portal.example/rueckmeldung/fit-connect', secretEnv: 'SECRET' },
  },
  xdomea: {
    connector: 'xdomea',
    outbox: '/srv/ausgang',
    inbox: '/srv/eingang',
    sender: { name: 'Stadt Musterstadt' },
    recipient: { name: 'Aktenablage' },
    createdBy: 'serviceportal',
  },
};

const page = readFileSync(join(repository, 'docs/connectors/README.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| [`'));
const words = (promised: boolean): string => (promised ? 'yes' : 'no');

describe('the table of connectors in docs/connectors/README.md', () => {
  test('has every connector that can be configured, and no others', () => {
    const names = deliveryConfiguration.options.map((option) => [...option.shape.connector.values].join());
    expect(rows.map((row) => /`([\w-]+)`/.exec(row)?.[1]).sort()).toEqual(names.sort());
    expect(Object.keys(generous).sort()).toEqual(names);
  });

  test.each(Object.entries(generous))('says of %s what its sheet says', (name, configuration) => {
    const { sheet, callback } = createDeliveryConnector(configuration, { SECRET: 's'.repeat(32) });
    const promises = [sheet.lookupByKey, sheet.idempotentCreate, sheet.attachments, sheet.statusBack, callback !== undefined];
    const row = `| [\`${name}\`](${name}.md) | ${[sheet.kind, ...promises.map(words)].join(' | ')} |`;
    expect(rows).toContain(row);
  });

  test('leads to pages that say what their connector cannot do', () => {
    const pages = Object.keys(generous).map((name) => join(repository, `docs/connectors/${name}.md`));
    for (const path of pages) {
      expect(readFileSync(path, 'utf8')).toMatch(/^## (What it can(not|not promise)|Known limits)/m);
    }
  });
});
