import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileForm, evaluate, readPackageFiles, renderOutput, type WorkedCase } from '@serviceportal/form-engine';
import { repository } from '@serviceportal/test-support';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { packFolder } from './compile/pack-folder.js';
import { toJsonSchema } from './compile/payload/json-schema.js';
import { toXsd } from './compile/payload/xsd.js';

const services = join(repository, 'services');
const meta = { reference: 'MS-2026-2222-2222-2', submittedAt: '2026-12-24T10:00:00Z', municipality: 'Musterstadt', declared: [] };

/** Cases that can be submitted: they expect that nothing is wrong. */
function completeCases(service: string): WorkedCase[] {
  const folder = join(services, service);
  const names = ['service.yaml', ...readdirSync(join(folder, 'cases')).map((file) => `cases/${file}`)];
  const { cases } = readPackageFiles(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  return cases.map(({ content }) => content).filter(({ expect: { messages } }) => messages?.length === 0);
}

describe.each(readdirSync(services))('what services/%s hands over', (service) => {
  const packed = packFolder(join(services, service));
  const cases = completeCases(service).map((worked) => [worked.name, worked] as const);

  test.each(cases)('fits the JSON Schema of its form: %s', async (_, { answers }) => {
    const pkg = await packed;
    const form = compileForm(pkg.form);
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(toJsonSchema(pkg.form));
    const json: unknown = JSON.parse(
      renderOutput({ key: 'j', format: 'fim-json', fileName: 'j' }, pkg, form, evaluate(form, answers), meta),
    );
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(cases)('fits the XSD of its form: %s', async (_, { answers }) => {
    const pkg = await packed;
    const form = compileForm(pkg.form);
    const xml = renderOutput({ key: 'x', format: 'fim-xml', fileName: 'x' }, pkg, form, evaluate(form, answers), meta);
    const result = await validateXML({
      xml: [{ fileName: 'antrag.xml', contents: xml }],
      schema: [{ fileName: 'antrag.xsd', contents: toXsd(pkg.form) }],
    });
    expect(result.errors.map(({ message }) => message)).toEqual([]);
  });
});
