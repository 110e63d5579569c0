import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { compileForm } from '@serviceportal/form-engine';
import type { FieldNode, Form, FormNode, Rule } from '@serviceportal/form-engine';
import { checkAnswers } from './check-answers.js';
import { checkAttachments } from './check-files.js';
import { checkOffered } from './check-offered.js';
import { checkXmlTwin } from './check-xml.js';
import { expectedAnswers } from './expected-answers.js';
import { shownKey } from './shown-answers.js';
import { TypedAnswers } from './typed-answers.js';
import { expectedValue } from './values/expected-value.js';
import type { SampleFile } from './values/sample-files.js';

const common = { version: '1.0', label: 'Frage', min: 0, max: 1, legalBasis: [], origin: 'fim' } as const;
const field = (id: string, more: Partial<FieldNode> = {}): FieldNode => ({
  ...common,
  kind: 'field',
  id,
  type: 'text',
  constraints: {},
  ...more,
});
const list: FormNode = { ...common, kind: 'group', id: 'G1', max: null, children: [field('F1'), field('F2', { max: null })] };
const forbidden: Rule = { id: 'R1', legalBasis: [], owner: '', statements: [{ effect: 'forbid', target: 'self.F3', condition: true }] };
const formOf = (children: readonly FormNode[], rules: readonly Rule[] = []): Form =>
  compileForm({ schema: { id: 'S1', name: 'S' }, children, codeLists: {}, rules });

function typed(answers: Record<string, string>): TypedAnswers {
  const all = new TypedAnswers();
  for (const [name, text] of Object.entries(answers)) all.byName.set(name, { page: '/p', label: 'Frage', candidates: [text] });
  return all;
}

describe('answers that arrived', () => {
  const form = formOf([list, field('F3')], [forbidden]);
  const given = typed({ 'G1[0]/F1': 'a', 'G1[0]/F2[0]': '', 'G1[0]/F2[1]': 'b', 'G1[1]/F1': 'c', F3: 'd' });
  const whole = { 'G1V1.0': [{ 'F1V1.0': 'a', 'F2V1.0': ['b'] }, { 'F1V1.0': 'c' }], 'F3V1.0': 'd' };
  const check = (json: unknown, shown = 0): void => {
    checkAnswers(form, json, expectedAnswers(form, given), new Map([[shownKey('/p', 'Frage'), shown]]));
  };

  it('are right in every place', () => {
    expect(() => check(whole)).not.toThrow();
  });
  it.each([
    ['swapped entries', { ...whole, 'G1V1.0': [...whole['G1V1.0']].reverse() }],
    ['a lost answer', { ...whole, 'G1V1.0': [whole['G1V1.0'][0], {}] }],
    ['another value', { ...whole, 'F3V1.0': 'x' }],
    ['an answer that nobody gave', { ...whole, 'G1V1.0': [...whole['G1V1.0'], { 'F1V1.0': 'e' }] }],
  ])('are not: %s', (_what, json) => {
    expect(() => check(json)).toThrow();
  });
  it('may lack what a rule hides, unless the check page shows it', () => {
    const rest = { 'G1V1.0': whole['G1V1.0'] };
    expect(() => check(rest, 3)).not.toThrow();
    expect(() => check(rest, 4)).toThrow('F3');
  });
});

it('misses an optional question that was never asked, and an entry in which it was not', () => {
  const form = formOf([list, field('F3')]);
  const asked = typed({ 'G1[0]/F1': '', 'G1[0]/F2[0]': '', F3: '' });
  asked.entries.set('G1', 1);
  expect(() => checkOffered(form, asked)).not.toThrow();
  asked.entries.set('G1', 2);
  expect(() => checkOffered(form, asked)).toThrow('G1[1]/F1');
  asked.byName.delete('F3');
  asked.entries.set('G1', 1);
  expect(() => checkOffered(form, asked)).toThrow('F3');
});

it.each([
  ['boolean', 'false', false],
  ['date', '4.2.1999', '1999-02-04'],
  ['currency', '12,50', 12.5],
  ['datetime', '24.12.2026 14:30', '2026-12-24T14:30'],
  ['select', '001', '001'],
] as const)('expects for a %s what %s means', (type, text, value) => {
  expect(expectedValue(field('F1', { type }), text)).toBe(value);
});

it('finds XML that differs from the JSON in order or text', () => {
  const json = { A: [{ B: 'x & y' }, {}], C: 0.5 };
  const xml = (inner: string): string => `<?xml version="1.0"?>\n<S xmlns="urn:x">${inner}</S>\n`;
  expect(() => checkXmlTwin(xml('<A><B>x &amp; y</B></A><A></A><C>0.5</C>'), json, 'x')).not.toThrow();
  expect(() => checkXmlTwin(xml('<A></A><A><B>x &amp; y</B></A><C>0.5</C>'), json, 'x')).toThrow();
  expect(() => checkXmlTwin(xml('<A><B>x &amp; y</B></A><A></A><C>0.50</C>'), json, 'x')).toThrow();
});

it('finds files that are lost, changed, renamed or added', async () => {
  const file = (name: string, text: string): SampleFile => ({ name, mediaType: 'text/plain', bytes: Buffer.from(text) });
  const sent = [file('Foto.jpg', '1'), file('Foto.jpg', '2')];
  await expect(checkAttachments(sent, [file('Foto.jpg', '1'), file('Foto (2).jpg', '2')])).resolves.toBeUndefined();
  for (const received of [
    [],
    [sent[0]],
    [file('Foto.jpg', '1'), file('Foto.jpg', '2')],
    [...sent, file('x', '3')],
    [file('a', '1'), sent[1]],
  ])
    await expect(checkAttachments(sent, received as SampleFile[])).rejects.toThrow();
});

it('knows pictures by what they are, though they were written anew', async () => {
  const picture = async (width: number, name = 'Foto.png', quality = 9): Promise<SampleFile> => {
    const bytes = await sharp({ create: { width, height: 8, channels: 3, background: '#0a7' } })
      .png({ compressionLevel: quality })
      .toBuffer();
    return { name, mediaType: 'image/png', bytes };
  };
  const sent = [await picture(8), await picture(8), await picture(9, 'Bild.png')];
  const again = [await picture(8, 'Foto (2).png', 0), await picture(9, 'Bild.png', 0), await picture(8, 'Foto.png', 0)];
  await expect(checkAttachments(sent, again)).resolves.toBeUndefined();
  for (const wrong of [again.slice(1), [...again.slice(0, 2), await picture(10)], [...again.slice(1), await picture(8, 'x.png')]])
    await expect(checkAttachments(sent, wrong)).rejects.toThrow();
});
