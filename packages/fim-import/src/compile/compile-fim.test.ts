import { describe, expect, test } from '@jest/globals';
import type { FieldNode, FormNode } from '@serviceportal/form-engine';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import { type CompiledFim, compileFim } from './compile-fim.js';

const compile = (children: readonly Given[], lists: ResolvedCodelists = new Map()): CompiledFim =>
  compileFim(readGiven(children), lists, 'schema.xml');

function field(given: Partial<Given>, lists?: ResolvedCodelists): { node: FieldNode; open: readonly string[] } {
  const { form, openItems } = compile([{ id: 'F05000000001', ...given }], lists);
  const [node] = form.children;
  if (node?.kind !== 'field') throw new Error('no field was compiled');
  return { node, open: openItems.map(({ kind }) => kind) };
}

const reference =
  '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:staat</xdf3:canonicalIdentification>' +
  '<xdf3:version>9</xdf3:version><xdf3:canonicalVersionUri>urn:staat_9</xdf3:canonicalVersionUri></xdf3:codelisteReferenz>';

describe('compileFim, fields', () => {
  test.each([
    ['text', 'text'],
    ['text_latin', 'text'],
    ['date', 'date'],
    ['time', 'time'],
    ['datetime', 'datetime'],
    ['bool', 'boolean'],
    ['num', 'number'],
    ['num_int', 'integer'],
    ['num_currency', 'currency'],
    ['file', 'file'],
    ['obj', 'file'],
  ])('%s is a field of type %s', (datentyp, type) => {
    expect(field({ datentyp })).toMatchObject({ node: { type, origin: 'fim' }, open: [] });
  });

  test('static text becomes a note', () => {
    const [node] = compile([{ id: 'F05000000001', feldart: 'label', label: 'Achtung', xml: '<xdf3:inhalt>Bitte\nlesen</xdf3:inhalt>' }])
      .form.children;
    expect(node).toMatchObject({ kind: 'note', label: 'Achtung', text: 'Bitte\nlesen' });
  });

  test('bounds fit the type', () => {
    const bounds = '<xdf3:praezisierung minLength="0" maxLength="5" minValue="1" maxValue="3,5"/>';
    expect(field({ xml: bounds }).node.constraints).toEqual({ maxLength: 5 });
    expect(field({ xml: bounds, datentyp: 'num' }).node.constraints).toEqual({ minimum: 1, maximum: 3.5 });
  });

  test.each([
    ['the lower above the upper bound', '<xdf3:praezisierung minLength="9" maxLength="5"/>', 'constraint'],
    ['a bound that is no number', '<xdf3:praezisierung maxLength="viele"/>', 'constraint'],
    ['a pattern that is none', '<xdf3:praezisierung pattern="(["/>', 'pattern'],
    ['a pattern that breaks out of its brackets', '<xdf3:praezisierung pattern="a)|(b"/>', 'pattern'],
    ['a pattern that takes exponential time', '<xdf3:praezisierung pattern="^(a+)+$"/>', 'pattern'],
  ])('%s is left out and reported', (_, xml, kind) => {
    expect(field({ xml })).toMatchObject({ node: { constraints: {} }, open: [kind] });
  });

  test.each(['[A-Za-z0-9._%+-]+@[a-z.-]+$', '[\\p{L}0-9. ]*', '([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}'])(
    'the pattern %s is kept',
    (pattern) => {
      const { node, open } = field({ xml: `<xdf3:praezisierung pattern="${pattern}"/>` });
      expect(node.constraints.pattern).toBe(pattern.replace(/\$$/, ''));
      expect(open).toEqual([]);
    },
  );

  test.each([
    ['bool', 'true', true],
    ['num_int', '7', 7],
    ['num_currency', '12,50', 12.5],
    ['date', '2026-12-24', '2026-12-24'],
    ['text', 'Musterstadt', 'Musterstadt'],
  ])('%s starts with %s', (datentyp, inhalt, initial) => {
    expect(field({ datentyp, xml: `<xdf3:inhalt>${inhalt}</xdf3:inhalt>` }).node.initial).toBe(initial);
  });

  test('an initial value that does not fit is reported', () => {
    expect(field({ datentyp: 'num_int', xml: '<xdf3:inhalt>viele</xdf3:inhalt>' })).toMatchObject({ open: ['element'] });
    expect(field({ codes: { '01': 'eins' }, xml: '<xdf3:inhalt>02</xdf3:inhalt>' })).toMatchObject({ open: ['element'] });
  });

  test('a locked field that nothing fills is asked if it must be there, else not shown', () => {
    const locked = { feldart: 'locked' };
    expect(field({ ...locked, xml: '<xdf3:inhalt>fest</xdf3:inhalt>' })).toMatchObject({
      node: { locked: true, initial: 'fest' },
      open: [],
    });
    expect(field(locked).node).not.toHaveProperty('locked');
    expect(field({ ...locked, anzahl: '0:1' })).toMatchObject({ node: { hidden: true }, open: ['element'] });
  });

  test('a hidden field without value is not required', () => {
    expect(field({ feldart: 'hidden' })).toMatchObject({ node: { hidden: true, min: 0 }, open: ['element'] });
  });
});

describe('compileFim, code lists', () => {
  test('codes are shared by id and version', () => {
    const select: Given = { id: 'F05000000001', codes: { '001': 'eins' } };
    const { form } = compile([select, { id: 'G05000000001', children: [select] }]);
    expect(Object.keys(form.codeLists)).toEqual(['F05000000001V1.0.0']);
    expect(form.children[0]).toMatchObject({ type: 'select', codeList: 'F05000000001V1.0.0' });
  });

  test('the same id with other codes has a list of its own', () => {
    const { form } = compile([
      { id: 'F05000000001', codes: { '001': 'eins' } },
      { id: 'G05000000001', children: [{ id: 'F05000000001', codes: { '002': 'zwei' } }] },
    ]);
    expect(Object.values(form.codeLists).map(({ codes }) => codes[0]?.code)).toEqual(['001', '002']);
  });

  test('a list that is at hand is used; bounds of the text do not apply to codes', () => {
    const list = {
      versionUri: 'urn:staat_9',
      schluessel: 'c',
      spalten: [{ id: 'c' }, { id: 'name' }],
      zeilen: [
        new Map([
          ['c', '000'],
          ['name', 'Deutschland'],
        ]),
      ],
    };
    const { node, open } = field(
      { feldart: 'select', xml: `<xdf3:praezisierung maxLength="1"/>${reference}` },
      new Map([['urn:staat_9', { list, path: 'staat.xml' }]]),
    );
    expect(node).toMatchObject({ type: 'select', codeList: 'urn:staat_9', constraints: {} });
    expect(open).toEqual([]);
  });

  test('a list that is missing makes a text field with a note', () => {
    const { node, open } = field({ feldart: 'select', xml: reference });
    expect(node).toMatchObject({ type: 'text', note: expect.stringContaining('liegt hier nicht vor') });
    expect(open).toEqual(['code-list']);
  });
});

describe('compileFim, structure', () => {
  const paths = (nodes: readonly FormNode[]): readonly string[] =>
    nodes.flatMap((node) => [`${node.min}:${node.max ?? '*'} ${node.id}`, ...(node.kind === 'group' ? paths(node.children) : [])]);

  test('keeps cardinalities and order', () => {
    const { form } = compile([
      { id: 'G05000000001', anzahl: '0:*', children: [{ id: 'F05000000002', anzahl: '2:5' }, { id: 'F05000000001' }] },
      { id: 'F05000000001', anzahl: '0:1' },
    ]);
    expect(paths(form.children)).toEqual(['0:* G05000000001', '2:5 F05000000002', '1:1 F05000000001', '0:1 F05000000001']);
  });

  test('reports what cannot stand in a form', () => {
    const { form, openItems } = compile([
      { id: 'F05000000001' },
      { id: 'F05000000001' },
      { id: 'F05000000002', anzahl: '0:0' },
      { id: 'F05000000003', anzahl: '3:2' },
      { id: 'G05000000001', children: [] },
    ]);
    expect(paths(form.children)).toEqual(['1:1 F05000000001', '0:2 F05000000003', '1:1 G05000000001']);
    expect(openItems.map(({ path }) => path)).toEqual(['F05000000001', 'F05000000002', 'F05000000003', 'G05000000001']);
    expect(openItems[0]).toMatchObject({ file: 'schema.xml', line: expect.any(Number) });
  });

  test('a group of kind X is a choice', () => {
    const { form } = compile([{ id: 'G05000000001', xml: '<xdf3:art><code>X</code></xdf3:art>', children: [{ id: 'F05000000001' }] }]);
    expect(form.children[0]).toMatchObject({ kind: 'group', choice: true });
  });

  test('offers autofill for the person who fills in, not for someone else and not in lists', () => {
    const name: Given = { id: 'F60000000227', name: 'Familienname' };
    const { form } = compile([
      name,
      { id: 'G05000000001', name: 'Gesetzlicher Vertreter', children: [name] },
      { id: 'G05000000002', anzahl: '0:*', children: [name] },
    ]);
    expect(JSON.stringify(form.children).match(/"autocomplete":"family-name"/g)).toHaveLength(1);
    expect(form.children[0]).toMatchObject({ autocomplete: 'family-name' });
  });
});
