import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPackageFiles, runCase, textCoverage } from '@serviceportal/form-engine';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { validateXML } from 'xmllint-wasm';
import { packFolder } from './compile/pack-folder.js';

const xsdFolder = join(shared, 'fim', 'xsd', 'xdatenfelder_3.0.0');
const services = join(repository, 'services');

/** Schemas that this repository wrote; those of FIM are taken as they are published. */
const ownSchemas = readdirSync(services).flatMap((service) =>
  readdirSync(join(services, service, 'fim'))
    .filter((file) => /^S\d{2}999.*_xdf3\.xml$/.test(file))
    .map((file) => join(services, service, 'fim', file)),
);

describeWith('shared', 'schemas of our own', () => {
  test.each(ownSchemas)('%s is valid XDatenfelder 3.0.0', async (path) => {
    const parts = readdirSync(xsdFolder).map((fileName) => ({ fileName, contents: readFileSync(join(xsdFolder, fileName), 'utf8') }));
    const result = await validateXML({
      xml: [{ fileName: 'schema.xml', contents: readFileSync(path, 'utf8') }],
      schema: parts.filter(({ fileName }) => fileName === 'xdatenfelder.xsd'),
      preload: parts.filter(({ fileName }) => fileName !== 'xdatenfelder.xsd'),
      maxMemoryPages: 4096,
    });
    expect(result.errors.map(({ message }) => message)).toEqual([]);
  });
});

const casesOf = (service: string) => {
  const folder = join(services, service);
  const names = ['service.yaml', ...readdirSync(join(folder, 'cases')).map((file) => `cases/${file}`)];
  return readPackageFiles(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))).cases;
};

describe.each(readdirSync(services))('services/%s', (service) => {
  const packed = packFolder(join(services, service));

  test('compiles without open items in its overlay and texts', async () => {
    const { openItems } = await packed;
    expect(openItems.filter(({ kind }) => kind === 'overlay')).toEqual([]);
  });

  test.each(casesOf(service).map(({ file, content }) => [file, content] as const))('%s', async (_, content) => {
    expect(runCase(await packed, content)).toEqual([]);
  });

  test('says everything in every language', async () => {
    const said = textCoverage(await packed).map(({ language, texts, codes }) => [language, ...texts.missing, ...codes.missing]);
    expect(said).toEqual([['en'], ['de-simple']]);
  });
});
