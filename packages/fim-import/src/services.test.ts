import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileForm, languages, readPackageFiles, runCase, type Position } from '@serviceportal/form-engine';
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

  test.each(languages.filter((language) => language !== 'de'))('says everything in %s', async (language) => {
    const { form, texts, service: description, fees, workflow } = await packed;
    const own = texts[language] ?? {};
    const missing = (key: string): boolean => own[key] === undefined;
    const compiled = compileForm(form);
    const shown = compiled.positions.filter(({ node }) => node.kind !== 'field' || node.hidden !== true);
    const either = ({ path, node }: Position, what: string): string[] =>
      missing(`${path}.${what}`) && missing(`${node.id}.${what}`) ? [`${path}.${what}`] : [];
    const lists = new Set(shown.flatMap(({ node }) => (node.kind === 'field' ? (node.codeList ?? []) : [])));
    const wanted = [
      ...Object.entries(description).flatMap(([name, value]) => {
        if (name === 'leika' || name === 'legalBasis' || name === 'draftDays') return [];
        return Array.isArray(value) ? value.map((_, index) => `service.${name}.${index}`) : [`service.${name}`];
      }),
      ...(form.pages ?? []).map(({ slug }) => `page.${slug}`),
      ...[...lists].flatMap((list) => (form.codeLists[list]?.codes ?? []).map(({ code }) => `codes.${list}.${code}`)),
      ...fees.flatMap(({ key, rows }) => [`fee.${key}`, ...rows.map((_, index) => `fee.${key}.${index}`)]),
      ...workflow.decisions.map(({ key }) => `decision.${key}`),
    ];
    const unsaid = shown.flatMap((position) => [
      ...either(position, 'label'),
      ...(position.node.kind === 'field' && position.node.help !== undefined ? either(position, 'help') : []),
      ...(position.node.kind === 'note' ? either(position, 'text') : []),
    ]);
    expect([...wanted.filter(missing), ...unsaid]).toEqual([]);
  });
});
