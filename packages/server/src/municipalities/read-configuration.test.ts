import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import { parseConfiguration } from './read-configuration.js';

const example = readFileSync(join(repository, 'examples/musterstadt/municipality.yaml'), 'utf8');
const environment = {
  DATA: '/data',
  FACHVERFAHREN_URL: 'http://127.0.0.1:1/api',
  KONTO_URL: 'http://127.0.0.1:2',
  KONTO_SECRET: 'geheim',
  LINK_SECRET: '0'.repeat(64),
};
const parse = (text: string, values: Record<string, string> = environment) => parseConfiguration(text, 'm.yaml', values);

it('reads the example', () => {
  const configuration = parse(example);
  expect(configuration.ars).toHaveLength(12);
  expect(configuration.services[0]?.targets[1]?.delivery).toMatchObject({ connector: 'directory', path: '/data/uebergabe' });
});

it('says file, line and path of what is wrong', () => {
  const line = example.split('\n').findIndex((text) => text.startsWith('ars:')) + 1;
  const wrong = example.replace(/^ars: .*$/m, 'ars: 59700000000');
  expect(() => parse(wrong)).toThrow(`m.yaml:${line}: ars: `);
});

it('names an unknown key and a missing one', () => {
  expect(() => parse(`${example}\nfarbe: rot\n`)).toThrow('unknown: farbe');
  expect(() => parse(example.replace(/^land: .*$/m, ''))).toThrow('land: ');
});

it('names an environment variable that is not set', () => {
  expect(() => parse(example, { DATA: '/data' })).toThrow('FACHVERFAHREN_URL is not set');
});

it('says where the YAML itself is broken', () => {
  expect(() => parse('name: [')).toThrow(/m\.yaml:\d+: /);
});
