import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { fim, schemasIn } from '../../write/corpus-files.test-support.js';
import { compileServicePackage } from '../compile-service-package.js';
import { toJsonSchema } from './json-schema.js';
import { toXsd } from './xsd.js';

describeWith('shared', 'JSON Schema and XSD of the corpus', () => {
  test.each(schemasIn('xdf3', 'xdf2'))('%s', async (file) => {
    const { compiled } = await compileServicePackage(join(fim, file));
    const schema = toJsonSchema(compiled.form);
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    ajv.compile(schema);
    const { errors } = await validateXML({
      xml: [{ fileName: 'a.xml', contents: '<a/>' }],
      schema: [toXsd(compiled.form)],
      maxMemoryPages: 4096,
    });
    // The only complaint is about the document, not about the schema.
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('No matching global declaration')]);
  });
});
