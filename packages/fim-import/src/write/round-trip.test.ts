import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { convertSchema } from '../convert/convert-schema.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import type { Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';
import { contentOf } from './corpus-files.test-support.js';
import { writeSchema } from './write-schema.js';

/** Texts that hurt: markup, quotation marks, line breaks, blanks at the ends, letters beyond ASCII. */
const piece = fc.constantFrom(
  'a',
  'Größe',
  ' ',
  '\n',
  '\t',
  '\r',
  '<',
  '>',
  '&',
  '&amp;',
  '"',
  "'",
  ';',
  ']]>',
  '–',
  '\\',
  '{',
  '§ 1',
  '12',
  'F05000000001',
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `x${pieces.join('')}`);
const maybe = fc.option(text, { nil: undefined });

const given: fc.Arbitrary<readonly Given[]> = fc
  .array(
    fc.record({
      anzahl: fc.constantFrom('0:1', '1:1', '0:*', '2:5'),
      feldart: fc.constantFrom('input', 'label', 'hidden', 'locked'),
      datentyp: fc.constantFrom('text', 'date', 'num', 'bool', 'file', 'datetime', 'text_latin'),
      codes: fc.constantFrom(undefined, { '01': 'eins', '02': '<zwei> & "drei"' }),
      grouped: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((elements) =>
    elements.map(({ grouped, anzahl, codes, ...rest }, index) => {
      const field: Given = { id: `F0500000000${index}`, ...rest, ...(codes !== undefined && { codes, feldart: 'select' }) };
      return grouped ? { id: `G0500000000${index}`, anzahl, children: [field] } : { ...field, anzahl };
    }),
  );

const extra = fc.record({ help: maybe, inhalt: maybe, rule: text, pattern: maybe, norms: fc.array(text, { maxLength: 2 }) });
type Extra = typeof extra extends fc.Arbitrary<infer T> ? T : never;

/** Puts the texts into every field of a schema. */
function withTexts(schema: Stammdatenschema, { help, inhalt, rule, pattern, norms }: Extra): Stammdatenschema {
  const into = (position: Struktur): Struktur => {
    const { enthaelt } = position;
    if (enthaelt.art === 'datenfeldgruppe') return { ...position, enthaelt: { ...enthaelt, struktur: enthaelt.struktur.map(into) } };
    const field: Datenfeld = {
      ...enthaelt,
      ...(help !== undefined && { hilfetextEingabe: help }),
      ...(inhalt !== undefined && { inhalt }),
      praezisierung: pattern === undefined ? {} : { pattern, maxLength: '9' },
    };
    return { ...position, enthaelt: field };
  };
  const regeln = schema.regeln.map((known) => ({ ...known, text: rule }));
  return {
    ...schema,
    regeln,
    bezug: norms.map((norm) => ({ text: norm, link: 'https://example.org/?a=1&b="2"' })),
    struktur: schema.struktur.map(into),
  };
}

const readAgain = (schema: Stammdatenschema): Stammdatenschema => readSchemaText(writeSchema(schema), 'a.xml').schema;

describe('any schema', () => {
  test.each(['2.0', '3.0.0'] as const)('written and read as version %s stays what it is', (to) => {
    fc.assert(
      fc.property(given, extra, (elements, texts) => {
        // Reading trims and joins lines: from then on nothing may change.
        const schema = readAgain(withTexts(readGiven(elements, ['Wenn']).schema, texts));
        expect(schema.regeln[0]?.text).toBe(texts.rule);
        const converted = convertSchema({ schema, warnings: [] }, to, new Map(), '2026-01-01T00:00:00Z').schema;
        expect(contentOf(readAgain(converted))).toEqual(contentOf(converted));
      }),
      { numRuns: 200 },
    );
  });
});
