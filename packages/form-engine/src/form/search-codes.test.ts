import { describe, expect, it } from '@jest/globals';
import { field, formOf } from './form.test-support.js';
import { foldText } from './fold-text.js';
import { codeNamed, searchCodes } from './search-codes.js';
import { createWording } from './wording.js';

const labels = ['Bad Münder', 'Münster', 'München', 'Soest', 'Frankfurt am Main', 'Frankfurt (Oder)', 'Großenhain', 'Łódź', 'Neumünster'];
const codes = labels.map((label, index) => ({ code: `0${index}`, label }));
const form = formOf([field('F1', { type: 'select', codeList: 'L' })], { codeLists: { L: { codes } } });
const wording = createWording(form.definition, {}, 'de');
const found = (query: string): string[] => searchCodes('L', codes, codes, query, wording).map(({ label }) => label);

describe('searching a code list', () => {
  it.each(['münchen', 'Muenchen', 'MUNCHEN', ' mün  chen'.replace('  ', '')])('finds München by %s', (query) => {
    expect(found(query)).toEqual(['München']);
  });

  it('puts what begins with the query before what has it in a later word or inside', () => {
    expect(found('mün')).toEqual(['Münster', 'München', 'Bad Münder', 'Neumünster']);
  });

  it('needs all words, in any order, and minds no brackets', () => {
    expect(found('main frankfurt')).toEqual(['Frankfurt am Main']);
    expect(found('frankfurt oder')).toEqual(['Frankfurt (Oder)']);
    expect(found('frankfurt rhein')).toEqual([]);
  });

  it.each([
    ['Söst', 'Soest'],
    ['grossen', 'Großenhain'],
    ['lodz', 'Łódź'],
  ])('finds by %s the label %s', (query, label) => expect(found(query)).toEqual([label]));

  it('finds nothing by nothing', () => {
    expect(found(' - ')).toEqual([]);
  });

  it('knows a label that was typed in full, unless several are meant', () => {
    expect(codeNamed('L', codes, 'muenster', wording)).toBe('01');
    expect(codeNamed('L', codes, 'Frankfurt', wording)).toBeNull();
    const twins = [...codes, { code: '99', label: 'Munster' }];
    const other = createWording({ ...form.definition, codeLists: { L: { codes: twins } } }, {}, 'de');
    expect(codeNamed('L', twins, 'Munster', other)).toBe('99');
    expect(codeNamed('L', twins, 'muenster', other)).toBeNull();
  });

  it('folds every letter that can be typed differently', () => {
    expect(foldText('ÄÖÜ ß Đặng Ærø Œuvre')).toBe('aou ss dang aro ouvre');
  });
});
