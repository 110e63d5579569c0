import { describe, expect, test } from '@jest/globals';
import { type Form, compileForm } from '@serviceportal/form-engine';
import { compileFim } from '../compile/compile-fim.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { findPlace } from './find-place.js';

const person = [
  { id: 'F05000000001', label: 'Name' },
  { id: 'F05000000002', label: 'Ort', anzahl: '0:*' },
];
const xml = schemaXml([
  { id: 'G05000000001', label: 'Antrag', anzahl: '0:*', children: [...person, { id: 'F05000000003', label: 'Art' }] },
  { id: 'G05000000002', label: 'Vertretung', children: person },
]);
const form: Form = compileForm(compileFim(readSchemaText(xml, 'schema.xml'), new Map(), 'schema.xml').form);
const placed = (named: string) => {
  const { position, indices } = findPlace(form, named, 'schema.xml');
  return [position.path, indices];
};

describe('a place is found by', () => {
  test.each([
    ['its path', 'G05000000002/F05000000001', 'G05000000002/F05000000001', []],
    ['its path with entries', 'G05000000001[2]/F05000000002[1]', 'G05000000001/F05000000002', [2, 1]],
    ['an entry of the group alone', 'G05000000001[2]/F05000000002', 'G05000000001/F05000000002', [2, 0]],
    ['an id that is there once', 'F05000000003', 'G05000000001/F05000000003', [0]],
    ['an id in small letters', 'f05000000003', 'G05000000001/F05000000003', [0]],
    ['the id of a group', 'G05000000002', 'G05000000002', []],
  ])('%s', (_, named, path, indices) => {
    expect(placed(named)).toEqual([path, indices]);
  });
});

describe('what is no place', () => {
  const failing = (named: string): Error & { readonly code?: string } => {
    try {
      placed(named);
    } catch (error) {
      return error as Error;
    }
    throw new Error('found');
  };

  test('because it is several: they are listed', () => {
    const { code, message } = failing('F05000000001');
    expect(code).toBe('fim-path-ambiguous');
    expect(message).toContain('an 2 Stellen');
    expect(message).toContain('\n  G05000000001/F05000000001  „Name“\n  G05000000002/F05000000001  „Name“');
  });

  test('because of a slip: near ones are named', () => {
    const { code, message } = failing('G05000000001/F0500000003');
    expect(code).toBe('fim-path-unknown');
    expect(message).toContain('Meinten Sie:\n  G05000000001/F05000000003  „Art“');
  });

  test('because it stands elsewhere: where it stands', () => {
    expect(failing('G05000000002/F05000000003').message).toContain('Meinten Sie:\n  G05000000001/F05000000003');
  });

  test.each(['', '/', 'F99', 'Name', '(', '[1]'])('%j: says where paths are shown', (named) => {
    expect(failing(named)).toMatchObject({ code: 'fim-path-unknown', message: expect.stringContaining('fim evaluate') });
  });
});
