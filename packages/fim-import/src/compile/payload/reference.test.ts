import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { FormDefinition } from '@serviceportal/form-engine';
import { fim, schemasIn } from '../../write/corpus-files.test-support.js';
import { compileServicePackage } from '../compile-service-package.js';
import { toJsonSchema } from './json-schema.js';
import { type Difference, type JsonSchemaDocument, differencesOf, jsonStatements, xsdStatements } from './reference-shape.test-support.js';
import { toXsd } from './xsd.js';

interface Seen extends Difference {
  readonly form: FormDefinition;
  readonly reference: string;
}

/** What we say otherwise than FIM's converters, and why (docs/adr/0010). Everything else is the same. */
const justified: readonly { readonly why: string; readonly applies: (seen: Seen) => boolean }[] = [
  {
    why: 'What a rule can take away, or is a choice, is not required: a correct application leaves it out.',
    applies: ({ about, ours, theirs, form }) => {
      const name = /^(?:required|min):(.*)V/.exec(about)?.[1];
      const less = about.startsWith('required:') ? ours === undefined : ours === '0' && theirs === '1';
      return name !== undefined && less && canBeTakenAway(form, name);
    },
  },
  {
    why: 'Notes (feldart label) are not handed over: theirs are elements that occur 0 times.',
    applies: (seen) => isNote(seen) || (seen.about === 'order' && withoutNotes(seen) === seen.ours),
  },
  {
    why: 'Dates have a format; theirs are any text.',
    applies: ({ about, ours, theirs }) => about === 'format' && ours === 'date' && theirs === undefined,
  },
  {
    why: 'A pattern means the whole value. JSON Schema looks for it anywhere, so it is anchored; a final $ is a sign like any other in XML Schema.',
    applies: ({ about, ours, theirs }) => {
      const whole = theirs?.replace(/\$$/, '');
      return about === 'pattern' && whole !== undefined && (ours === `^(?:${whole})$` || ours === whole);
    },
  },
  {
    why: 'A shortest length of 0 says nothing.',
    applies: ({ about, ours, theirs }) => about === 'minLength' && ours === undefined && theirs === '0',
  },
  {
    why: 'A file is handed over beside the data; the data hold its name, not anything at all.',
    applies: ({ about, ours, theirs }) => about === 'type' && ours === 'xs:string' && theirs === 'xs:anyType',
  },
  {
    why: 'Numbers are decimal: xs:float cannot hold 0,1.',
    applies: ({ about, ours, theirs }) => about === 'type' && ours === 'xs:decimal' && theirs === 'xs:float',
  },
];

const canBeTakenAway = ({ rules }: FormDefinition, id: string): boolean =>
  rules.some(({ statements }) => statements.some(({ effect, target }) => effect !== 'require' && target?.split('.').at(-1) === id));

/** In the JSON Schema theirs have no type, in the XSD they are optional text that occurs at most 0 times. */
const isNote = ({ element, about, ours, reference }: Seen): boolean => {
  const name = /^(?:child|min|max):(.*)$/.exec(about)?.[1] ?? element;
  const never = new RegExp(`<xs:element ref="${name}" minOccurs="0" maxOccurs="0"`).test(reference);
  const typeless = new RegExp(`"${name}": \\{(?:(?!"type":)[^}])*\\}`).test(reference);
  return ours === undefined && ['exists', 'type'].includes(about.replace(/^(child|min|max):.*/, 'exists')) && (never || typeless);
};

const withoutNotes = ({ theirs = '', reference }: Seen): string =>
  theirs
    .split(' ')
    .filter((name) => !reference.includes(`ref="${name}" minOccurs="0" maxOccurs="0"`))
    .join(' ');

describeWith('shared', "FIM's own JSON Schemas and XSDs", () => {
  const jsonOf = (id: string): string => join(fim, 'reference-json', `${id}.schema.repaired.json`);
  const xsdOf = (id: string): string => join(fim, 'reference-xfall', `${id}.xfall.xsd`);
  const cases = schemasIn('xdf3').flatMap((file) => {
    const id = basename(file).replace(/V.*/, '');
    return existsSync(jsonOf(id)) && existsSync(xsdOf(id)) ? [[id, file] as const] : [];
  });
  const found = new Set<string>();
  const unexplained = (seen: readonly Difference[], form: FormDefinition, reference: string): readonly Difference[] =>
    seen.filter((difference) => {
      const reasons = justified.filter(({ applies }) => applies({ ...difference, form, reference }));
      for (const { why } of reasons) found.add(why);
      return reasons.length === 0;
    });

  test('are all compared', () => expect(cases).toHaveLength(26));

  test.each(cases)('%s says the same: keys, structure, bounds, codes', async (id, file) => {
    const { form } = (await compileServicePackage(join(fim, file))).compiled;
    const [json, xsd] = [readFileSync(jsonOf(id), 'utf8'), readFileSync(xsdOf(id), 'utf8')];
    const theirs = jsonStatements(JSON.parse(json) as JsonSchemaDocument);
    expect(theirs.size).toBeGreaterThan(30);
    expect(unexplained(differencesOf(jsonStatements(toJsonSchema(form) as JsonSchemaDocument), theirs), form, json)).toEqual([]);
    expect(unexplained(differencesOf(await xsdStatements(toXsd(form)), await xsdStatements(xsd)), form, xsd)).toEqual([]);
  });

  test('no justification is left over', () => expect([...found].sort()).toEqual(justified.map(({ why }) => why).sort()));
});
