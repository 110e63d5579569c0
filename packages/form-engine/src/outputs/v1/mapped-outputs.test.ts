import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../../answers/answers.js';
import type { FeeTable } from '../../decision/fee.js';
import { field, group } from '../../form/form.test-support.js';
import type { OutputColumn } from '../output-definition.js';
import { render } from '../output.test-support.js';

const children = [
  field('NAME'),
  field('ORT', { type: 'select', codeList: 'orte' }),
  group('HUND', [field('RUF'), field('KG', { type: 'number', min: 0 })], { max: null }),
];
const codeLists = { orte: { codes: [{ code: '01', label: 'Soest' }] } };
const fees: FeeTable[] = [
  { key: 'steuer', label: 'Steuer', period: 'year', count: 'HUND', rows: [{ label: 'Hund', amounts: [8580, 10205] }] },
];
const answers: Answers = { NAME: 'Çelik', ORT: '01', HUND: [{ RUF: 'Rex', KG: 12.5 }, { RUF: 'Ayla' }] };

const csv = (columns: readonly OutputColumn[], given = answers, forEach?: string): string =>
  render({ key: 'c', format: 'mapped-csv', fileName: 'c.csv', columns, ...(forEach ? { forEach } : {}) }, children, given, {
    codeLists,
    fees,
  });
const json = (columns: readonly OutputColumn[], forEach?: string): unknown =>
  JSON.parse(
    render({ key: 'c', format: 'mapped-json', fileName: 'c.json', columns, ...(forEach ? { forEach } : {}) }, children, answers, {
      codeLists,
      fees,
    }),
  );

describe('mapped CSV', () => {
  test('is UTF-8 with byte order mark, semicolons, CRLF and a header', () => {
    expect(
      csv([
        { name: 'Name', from: 'NAME' },
        { name: 'Ort', from: 'ORT' },
      ]),
    ).toBe('\uFEFFName;Ort\r\nÇelik;01\r\n');
  });

  test('has one record an entry with its own amount, and the sum, with decimal comma', () => {
    const columns: OutputColumn[] = [
      { name: 'Nr', meta: 'entryNumber' },
      { name: 'Halter', from: 'NAME' },
      { name: 'Hund', from: 'self/RUF' },
      { name: 'kg', from: 'self/KG' },
      { name: 'Betrag', entryFee: 'steuer' },
      { name: 'Summe', fee: 'steuer' },
    ];
    expect(csv(columns, answers, 'HUND').split('\r\n').slice(1)).toEqual([
      '1;Çelik;Rex;12,5;102,05;204,10',
      '2;Çelik;Ayla;;102,05;204,10',
      '',
    ]);
  });

  test('says which declarations were made', () => {
    const columns: OutputColumn[] = [
      { name: 'Richtig', declaration: 'richtig' },
      { name: 'Presse', declaration: 'presse' },
    ];
    expect(csv(columns)).toBe('\uFEFFRichtig;Presse\r\nja;nein\r\n');
    expect(json(columns)).toEqual({ Richtig: true, Presse: false });
  });

  test('quotes as RFC 4180 says', () => {
    expect(csv([{ name: 'a;b', from: 'NAME' }], { NAME: 'x "y"\nz' })).toBe('\uFEFF"a;b"\r\n"x ""y""\nz"\r\n');
  });

  test.each(['=1+1', '@SUM(A1)', '+cmd|x', '-2+3+cmd()', '\t=1'])('takes the edge off the formula %j', (text) => {
    expect(csv([{ name: 'a', from: 'NAME' }], { NAME: text })).toContain(`'${text}`);
  });

  test.each(['+49 2921 103-0', '-5', 'a=b'])('leaves %j as it is', (text) => {
    expect(csv([{ name: 'a', from: 'NAME' }], { NAME: text })).toBe(`\uFEFFa\r\n${text}\r\n`);
  });
});

describe('mapped JSON', () => {
  test('is one object, amounts as exact text with a point, labels where asked for', () => {
    const columns: OutputColumn[] = [
      { name: 'ort', from: 'ORT', as: 'label' },
      { name: 'betrag', fee: 'steuer' },
      { name: 'mandant', constant: '0010' },
      { name: 'vorgang', meta: 'reference' },
      { name: 'paket', meta: 'packageVersion' },
    ];
    expect(json(columns)).toEqual({ ort: 'Soest', betrag: '204.10', mandant: '0010', vorgang: 'MS-2026-2222-2222-2', paket: '1.2.3' });
  });

  test('is a list where the output has one record an entry', () => {
    expect(json([{ name: 'kg', from: 'self/KG' }], 'HUND')).toEqual([{ kg: 12.5 }, {}]);
  });
});
