import { describe, expect, test } from '@jest/globals';
import type { Given } from '../xdatenfelder/schema-xml.test-support.js';
import { compareGiven } from './compare.test-support.js';

const [F1, F2, G1] = ['F05000000001', 'F05000000002', 'G05000000001'] as const;
const field: Given = { id: F1, label: 'Name' };
const group = (anzahl: string, ...children: Given[]): Given => ({ id: G1, label: 'Hund', anzahl, children });

const lost = (old: readonly Given[], now: readonly Given[]): readonly string[] =>
  compareGiven(old, now).draft.lost.map(({ reason, path }) => `${reason} ${path}`);

describe('what a running draft would lose', () => {
  test.each<[string, Given[], Given[], string[]]>([
    ['a question that is gone', [field, { id: F2 }], [{ id: F2 }], [`gone ${F1}`]],
    ['a group that is gone, told once', [group('1:1', field, { id: F2 })], [{ id: 'F05000000009' }], [`gone ${G1}`]],
    ['a moved question', [field, group('1:1', { id: F2 })], [group('1:1', { id: F2 }, field)], [`path ${F1}`]],
    ['another type', [field], [{ ...field, datentyp: 'date' }], [`type ${F1}`]],
    ['one answer that becomes a list', [field], [{ ...field, anzahl: '1:*' }], [`list ${F1}`]],
    ['a group that becomes a list, told once', [group('1:1', field)], [group('0:*', field)], [`list ${G1}`]],
    ['codes that are gone', [{ ...field, codes: { 1: 'A', 2: 'B' } }], [{ ...field, codes: { 1: 'A' } }], [`codes ${F1}`]],
    ['entries beyond the new limit', [{ ...field, anzahl: '0:5' }], [{ ...field, anzahl: '0:3' }], [`entries ${F1}`]],
    ['a value that is fixed now', [field], [{ ...field, feldart: 'locked', xml: '<xdf3:inhalt>Bello</xdf3:inhalt>' }], [`fixed ${F1}`]],
    [
      'what is inside a group that has moved and lost a code',
      [group('1:1', { ...field, codes: { 1: 'A', 2: 'B' } })],
      [{ id: 'G05000000002', label: 'Halter', children: [group('1:1', { ...field, codes: { 1: 'A' } })] }],
      [`path ${G1}`],
    ],
    ['nothing by more entries', [{ ...field, anzahl: '0:3' }], [{ ...field, anzahl: '0:*' }], []],
    ['nothing by another label, help or bound', [field], [{ ...field, label: 'Rufname' }], []],
    ['nothing by a wider number', [{ ...field, datentyp: 'num_int' }], [{ ...field, datentyp: 'num' }], []],
    ['nothing by a note that goes', [field, { id: F2, feldart: 'label' }], [field], []],
  ])('%s', (_, old, now, expected) => {
    expect(lost(old, now)).toEqual(expected);
  });

  test('names the codes', () => {
    const { draft } = compareGiven([{ ...field, codes: { 1: 'A', 2: 'B' } }], [{ ...field, codes: { 2: 'B' } }]);
    expect(draft.lost[0]).toMatchObject({ codes: ['1'], message: 'Wer bei „Name“ „A“ (1) gewählt hat, muss neu wählen.' });
  });

  test('what is to be answered in addition: what must be, not what is optional or inside something optional', () => {
    const toAnswer = (old: readonly Given[], now: readonly Given[]): readonly string[] =>
      compareGiven(old, now).draft.toAnswer.map(({ path }) => path);
    const inside = (id: string): Given => ({ id, children: [{ id: F2 }] });
    expect(toAnswer([field], [field, { id: F2 }])).toEqual([F2]);
    expect(toAnswer([field], [field, { id: F2, anzahl: '0:1' }])).toEqual([]);
    expect(toAnswer([field], [field, inside(G1)])).toEqual([`${G1}/${F2}`]);
    expect(toAnswer([field], [field, { ...inside(G1), anzahl: '0:1' }])).toEqual([]);
    expect(toAnswer([{ ...field, anzahl: '0:1' }], [field])).toEqual([F1]);
    expect(toAnswer([{ ...field, anzahl: '1:5' }], [{ ...field, anzahl: '2:5' }])).toEqual([F1]);
    expect(compareGiven([field], [field, { id: F2, label: 'Rasse' }]).draft.toAnswer).toEqual([{ path: F2, label: '„Rasse“' }]);
  });

  test('what is to be checked: a group of which only one part applies now', () => {
    const choice: Given = { ...group('1:1', field, { id: F2 }), xml: '<xdf3:art><code>X</code></xdf3:art>' };
    expect(compareGiven([group('1:1', field, { id: F2 })], [choice]).draft.toCheck.map(({ path }) => path)).toEqual([G1]);
  });

  test('what new and changed rules may take away', () => {
    const form: readonly Given[] = [{ id: F1, datentyp: 'bool' }, group('0:1', { id: F2 })];
    const hides = `Wenn ${F1} = Ja, dann darf ${G1} nicht befüllt sein.`;
    const requires = `Wenn ${F1} = Ja, dann muss ${G1} befüllt sein.`;
    const ruled = (old: readonly string[], now: readonly string[]): readonly string[] =>
      compareGiven(form, form, old, now).draft.ruledAnew.map(({ path }) => path);
    expect(ruled([], [hides])).toEqual([G1]);
    expect(ruled([requires], [hides])).toEqual([G1]);
    expect(ruled(['Unverständlich.'], [hides])).toEqual([G1]);
    expect(ruled([hides], [hides])).toEqual([]);
    expect(ruled([], [requires])).toEqual([]);
    expect(ruled([hides], [])).toEqual([]);
  });
});
