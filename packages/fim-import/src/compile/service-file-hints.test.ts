import { describe, expect, test } from '@jest/globals';
import { compilePackage } from '@serviceportal/form-engine';
import { parse } from 'yaml';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { compileFim } from './compile-fim.js';
import { serviceFiles } from './service-files.js';

const read = readSchemaText(schemaXml([{ id: 'F05000000001', label: 'Name' }, { id: 'F05000000002' }]), 'schema.xml');
const compiled = compileFim(read, new Map(), 'schema.xml');
const files = serviceFiles(read.schema);
/** As an author does who wants everything that is shown. */
const used = new Map([...files].map(([name, text]) => [name, text.replace(/^#(?=\S| {2})/gm, '')]));

describe('the files of a new service', () => {
  test.each([...files.keys()])('%s says what may be written there, and where to read more', (name) => {
    expect(files.get(name)).toContain('docs/service-package.md');
    expect(files.get(name)).toMatch(/^#[a-z ]+/m);
  });

  test('say nothing by their hints', () => {
    expect(parse(files.get('form.yaml') ?? '')).toBeNull();
    expect(parse(files.get('rules.yaml') ?? '')).toBeNull();
    expect(parse(files.get('texts/de.yaml') ?? '')).toBeNull();
    const bare = new Map([...files].map(([name, text]) => [name, text.replace(/^#.*\n/gm, '')]));
    expect(compilePackage(files, compiled).digest).toBe(compilePackage(bare, compiled).digest);
  });

  test('compile with everything that their hints show, and it is in force', () => {
    const pkg = compilePackage(used, compiled);
    expect(pkg.openItems).toEqual([]);
    expect(pkg.service).toMatchObject({ office: 'Welche Stelle zuständig ist', draftDays: 30, privacy: { grounds: ['public-task'] } });
    expect(pkg.form.children[0]).toMatchObject({ label: 'Andere Beschriftung', help: 'Ein Satz, der beim Ausfüllen hilft' });
    expect(pkg.fees).toMatchObject([{ key: 'gebuehr', rows: [{ amounts: [2500] }] }]);
    expect(pkg.workflow.declarations).toMatchObject([{ key: 'richtigkeit', required: true }]);
    expect(pkg.outputs.map(({ key }) => key)).toEqual(['antrag-json', 'antrag-xml', 'antrag-pdf', 'antrag-csv']);
    expect(pkg.texts.de).toMatchObject({ 'service.summary': 'Worum es geht, in einem Satz' });
  });
});
