import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileFim } from '../compile/compile-fim.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readSchemaText } from './read-schema.js';
import { schemaXml } from './schema-xml.test-support.js';

const xml = schemaXml(
  [
    { id: 'G05000000001', anzahl: '0:*', children: [{ id: 'F05000000001', codes: { '001': 'eins', '002': 'zwei' } }] },
    { id: 'F05000000002', xml: '<xdf3:praezisierung minLength="1" maxLength="9"/><xdf3:inhalt>x</xdf3:inhalt>' },
  ],
  ['Wenn F05000000002 nicht leer, dann muss G05000000001 befüllt sein.'],
);

/** Reads and compiles; the only error that may come out is the one for people. */
function survives(text: string): boolean {
  try {
    compileFim(readSchemaText(text, 'a.xml'), new Map(), 'a.xml');
  } catch (error) {
    if (error instanceof FimInputError) return error.message.startsWith('a.xml');
    throw error;
  }
  return true;
}

describe('a damaged schema', () => {
  test('cut off anywhere is refused with one error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: xml.length - 1 }), (length) => {
        expect(() => readSchemaText(xml.slice(0, length), 'a.xml')).toThrow(FimInputError);
      }),
    );
  });

  test('with a piece taken out or doubled is read or refused, never anything else', () => {
    const place = fc.integer({ min: 0, max: xml.length });
    fc.assert(
      fc.property(place, place, fc.boolean(), (a, b, doubled) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        return survives(xml.slice(0, doubled ? to : from) + xml.slice(doubled ? from : to));
      }),
      { numRuns: 300 },
    );
  });

  test('with an element left out or renamed is read or refused', () => {
    const names = [...new Set(xml.match(/xdf3:\w+/g))];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom('xdf3:id', 'xdf3:datenfeld', 'xdf3:other', 'code'), (name, other) =>
        survives(xml.replaceAll(new RegExp(`${name}(?=[ >])`, 'g'), other)),
      ),
    );
  });

  test('with any text as a rule compiles, with what is not understood as open items', () => {
    const words = fc.constantFrom(
      'Wenn',
      'F05000000002',
      'G05000000001',
      '=',
      '"',
      '(',
      'nicht leer',
      ', dann',
      'zeige',
      'an',
      '.',
      'UND',
      'sonst',
      'für das Land NW gilt:',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        const read = readSchemaText(
          schemaXml([{ id: 'F05000000002' }, { id: 'G05000000001', children: [{ id: 'F05000000001' }] }], [`${text}x`]),
          'a.xml',
        );
        const { form, openItems } = compileFim(read, new Map(), 'a.xml');
        // Never silent: each sentence that is not understood is an item of its own.
        return form.rules.length + openItems.length >= 1;
      }),
      { numRuns: 300 },
    );
  });
});
