import { describe, expect, test } from '@jest/globals';
import { parseStringPromise } from 'xml2js';
import type { Answers } from '../../answers/answers.js';
import type { FormNode } from '../../form/form-node.js';
import { field, group, note, rule, self } from '../../form/form.test-support.js';
import { render } from '../output.test-support.js';

const name = field('F60000000227', { version: '1.1.0' });
const file = { attachment: 'a1', name: 'Nachweis ß.pdf', mediaType: 'application/pdf', size: 10 };

const json = (children: readonly FormNode[], answers: Answers, more = {}): unknown =>
  JSON.parse(render({ key: 'j', format: 'fim-json', fileName: 'j.json' }, children, answers, more));
const xml = (children: readonly FormNode[], answers: Answers, more = {}): string =>
  render({ key: 'x', format: 'fim-xml', fileName: 'x.xml' }, children, answers, more);
const read = (text: string): Promise<unknown> => parseStringPromise(text, { explicitArray: false });

describe('FIM JSON', () => {
  test('is keyed by id and version, by the bare id for a working copy', () => {
    expect(json([name, field('F1')], { F60000000227: 'Müller', F1: 'x' })).toEqual({ 'F60000000227V1.1.0': 'Müller', F1: 'x' });
  });

  test('keeps types: numbers and yes/no are no texts, codes are; a file is its name', () => {
    const children = [
      field('F1', { type: 'currency' }),
      field('F2', { type: 'boolean' }),
      field('F3', { type: 'select' }),
      field('F4', { type: 'file' }),
    ];
    expect(json(children, { F1: 12.5, F2: false, F3: '001', F4: file })).toEqual({ F1: 12.5, F2: false, F3: '001', F4: 'Nachweis ß.pdf' });
  });

  test('repeated positions are lists, also with one entry', () => {
    const children = [field('F1', { max: 3 }), group('G1', [name], { max: null })];
    expect(json(children, { F1: ['a'], G1: [{ F60000000227: 'A' }, { F60000000227: 'B' }] })).toEqual({
      F1: ['a'],
      G1: [{ 'F60000000227V1.1.0': 'A' }, { 'F60000000227V1.1.0': 'B' }],
    });
  });

  test('holds no notes and nothing that is not asked', () => {
    const rules = [rule('', { effect: 'forbid', target: 'self.F2', condition: { equal: [self('F1'), 'nein'] } })];
    const children = [note('F0'), field('F1'), field('F2', { min: 0 })];
    expect(json(children, { F1: 'nein', F2: 'von vorhin' }, { rules })).toEqual({ F1: 'nein' });
  });

  test('a group that must be there is there, even if empty; an optional one is not', () => {
    const children = [group('G1', [field('F1', { min: 0 })]), group('G2', [field('F1')], { min: 0 })];
    expect(json(children, {})).toEqual({ G1: {} });
  });

  test('of a choice group only what was chosen is there', () => {
    const choice = group('G1', [group('G2', [field('F1')]), group('G3', [field('F2')])], { choice: true });
    expect(json([choice], { G1: { G3: { F2: 'x' } } })).toEqual({ G1: { G3: { F2: 'x' } } });
  });
});

describe('FIM XML', () => {
  test('has the schema as root, in the namespace of XFall, in the order of the schema', () => {
    const text = xml([field('F2'), field('F1')], { F1: 'a', F2: 'b' });
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<S05999000001V1.0.0 xmlns="urn:fim-de:xfall:datenschema:xdf3"><F2>b</F2><F1>a</F1></S05999000001V1.0.0>\n',
    );
  });

  test('says the same as the JSON', async () => {
    const children = [name, group('G1', [field('F1', { type: 'integer' })], { max: null })];
    const text = xml(children, { F60000000227: 'Çelik', G1: [{ F1: 1 }, { F1: 0 }] });
    expect(await read(text)).toEqual({
      'S05999000001V1.0.0': {
        $: { xmlns: 'urn:fim-de:xfall:datenschema:xdf3' },
        'F60000000227V1.1.0': 'Çelik',
        G1: [{ F1: '1' }, { F1: '0' }],
      },
    });
  });

  test('survives every text: markup, line ends, letters of DIN 91379, characters that XML cannot hold', async () => {
    const nasty = 'a<b>&amp;"\'\r\nZeile ]]> C̆\u0000\u000b\ud800\ufffe😀<!-- -->';
    const parsed = (await read(xml([field('F1')], { F1: nasty }))) as { 'S05999000001V1.0.0': { F1: string } };
    expect(parsed['S05999000001V1.0.0'].F1).toBe('a<b>&amp;"\'\nZeile ]]> C̆😀<!-- -->');
  });

  test('writes an empty required group as an empty element', () => {
    expect(xml([group('G1', [field('F1', { min: 0 })])], {})).toContain('<G1></G1>');
  });

  test('writes numbers without exponent', () => {
    expect(xml([field('F1', { type: 'number' })], { F1: 1e-7 })).toContain('<F1>0.0000001</F1>');
  });
});
