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
    const inside = (id: string): Given => ({ id, children: [{ id: F2 }] });
    expect(compareGiven([field], [field, { id: F2 }]).draft.toAnswer).toEqual([F2]);
    expect(compareGiven([field], [field, { id: F2, anzahl: '0:1' }]).draft.toAnswer).toEqual([]);
    expect(compareGiven([field], [field, inside(G1)]).draft.toAnswer).toEqual([`${G1}/${F2}`]);
    expect(compareGiven([field], [field, { ...inside(G1), anzahl: '0:1' }]).draft.toAnswer).toEqual([]);
    expect(compareGiven([{ ...field, anzahl: '0:1' }], [field]).draft.toAnswer).toEqual([F1]);
  });
});
