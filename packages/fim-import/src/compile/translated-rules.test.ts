import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { compileForm, evaluate } from '@serviceportal/form-engine';
import { writePackageFolder } from '../commands/write-package-folder.js';
import { type Given, schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { compileServicePackage } from './compile-service-package.js';
import { packFolder } from './pack-folder.js';

const root = mkdtempSync(join(tmpdir(), 'fim-translated-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
});

const [art, name, more, flag] = ['F05000000001', 'F05000000002', 'F05000000003', 'F05000000004'];
const ownFile = 'S05000000001V1.0.0_translated-rules.json';
const isYes = { equal: [{ identifier: `self.${art}` }, '001'] };
const text = `Wenn ${art} = 001, dann muss ${name} befüllt werden, sonst darf ${name} nicht befüllt werden.`;
const sameAsText = [
  { effect: 'require', target: `self.${name}`, condition: isYes, message: 'Das Feld muss angegeben werden.' },
  { effect: 'forbid', target: `self.${name}`, condition: { not: isYes } },
];

const group = (rules: readonly string[]): Given => ({
  id: 'G05000000001',
  children: [
    { id: art, codes: { '001': 'Verein', '002': 'Person' } },
    { id: name, anzahl: '0:1' },
    { id: more, anzahl: '0:1' },
    { id: flag, datentyp: 'bool', anzahl: '0:1' },
  ],
  rules,
});

function schemaFile(rules: readonly string[]): string {
  const path = join(folder, 'schema.xml');
  writeFileSync(path, schemaXml([group(rules)]));
  return path;
}

const translate = (content: unknown, file = ownFile): string => {
  writeFileSync(join(folder, file), JSON.stringify(content));
  return join(folder, file);
};

const ofGroup = (rules: unknown) => ({ 'G05000000001V1.0.0': rules });

async function compiled(rules: readonly string[], translatedRules: readonly string[] = []) {
  const draft = await compileServicePackage(schemaFile(rules), { translatedRules });
  const form = compileForm(draft.compiled.form);
  const state = (id: string, given: Record<string, string>) => {
    const position = form.byPath.get(`G05000000001/${id}`);
    if (position === undefined) throw new Error(id);
    const evaluation = evaluate(form, { G05000000001: given }, { today: '2026-01-01' });
    return { relevant: evaluation.relevant(position, []), required: evaluation.required(position, []) };
  };
  return { draft, state, openItems: draft.compiled.openItems, rules: draft.compiled.form.rules };
}

const asked = { relevant: true, required: true };
const optional = { relevant: true, required: false };
const hidden = { relevant: false, required: false };

describe('translated rules', () => {
  test('are found beside the schema and put in force', async () => {
    translate(ofGroup([{ effect: 'require', target: `self.${more}`, condition: isYes }]));
    const { state, openItems } = await compiled([]);
    expect([state(more, { [art]: '001' }), state(more, { [art]: '002' })]).toEqual([asked, optional]);
    expect(openItems.map(({ severity }) => severity)).toEqual(['note']);
  });

  test('of one element may lie in a file of its name, just as the portal delivers them', async () => {
    translate(sameAsText, 'G05000000001V1.0.0_translated-rules.json');
    const { state } = await compiled([]);
    expect(state(name, { [art]: '002' })).toEqual(hidden);
  });

  test('that say what the text says change nothing, and nothing is noted', async () => {
    translate(ofGroup(sameAsText));
    const { state, openItems, rules } = await compiled([text]);
    expect([state(name, { [art]: '001' }), state(name, { [art]: '002' }), state(name, {})]).toEqual([asked, hidden, hidden]);
    expect(openItems).toEqual([]);
    expect(rules).toMatchObject([{ id: 'R05000010000', text, statements: [{}, {}] }]);
  });

  test('win over the text where both speak, and the difference is a note', async () => {
    translate(ofGroup([{ effect: 'require', target: `self.${name}`, condition: { not: isYes } }]));
    const { state, openItems } = await compiled([text]);
    expect([state(name, { [art]: '001' }), state(name, { [art]: '002' })]).toEqual([optional, asked]);
    expect(openItems).toMatchObject([{ severity: 'note', path: 'G05000000001', source: text }]);
    expect(openItems[0]?.message).toContain(name);
  });

  test('stand for all texts of their element: what they leave out is not in force, and noted', async () => {
    translate(ofGroup(sameAsText));
    const { state, openItems } = await compiled([text, `Wenn ${art} = 002, dann muss ${more} befüllt werden.`]);
    expect(state(more, { [art]: '002' })).toEqual(optional);
    expect(openItems).toMatchObject([{ severity: 'note' }]);
    expect(openItems[0]?.message).toContain(`${art} = 002`);
  });

  test('leave in force what FIM’s vocabulary cannot say', async () => {
    translate(ofGroup(sameAsText));
    const { rules } = await compiled([text, `Das Feld ${flag} ist mit „Ja“ vorzubefüllen.`]);
    expect(rules.flatMap(({ statements }) => statements.map(({ effect }) => effect))).toEqual(['require', 'forbid', 'prefill']);
  });

  test('make up for a text that is not understood', async () => {
    translate(ofGroup(sameAsText));
    const { state, openItems } = await compiled(['Wer weiß, was hier gemeint ist.']);
    expect(state(name, { [art]: '001' })).toEqual(asked);
    expect(openItems).toMatchObject([{ severity: 'note' }]);
  });

  test('of an empty list translate nothing', async () => {
    translate(ofGroup([]));
    const { state } = await compiled([text]);
    expect(state(name, { [art]: '002' })).toEqual(hidden);
  });

  test('that name an element which is not there do not count; the text does', async () => {
    translate(ofGroup([{ effect: 'require', target: 'self.F05000009999', condition: true }]));
    const { state, openItems } = await compiled([text]);
    expect(state(name, { [art]: '002' })).toEqual(hidden);
    expect(openItems.map(({ severity, message }) => [severity, message.includes('F05000009999')])).toEqual([[undefined, true]]);
  });

  test('of another version of the element do not count', async () => {
    translate({ 'G05000000001V1.1.0': sameAsText });
    const { state, openItems } = await compiled([]);
    expect(state(name, { [art]: '002' })).toEqual(optional);
    expect(openItems[0]?.message).toContain('G05000000001V1.1.0');
  });

  test('may write yes and no as text, and are noted where they name a code that is none', async () => {
    const yes = { equal: [{ identifier: `self.${flag}` }, 'true'] };
    translate(
      ofGroup([{ effect: 'forbid', target: `self.${name}`, condition: { or: [yes, { equal: [{ identifier: `self.${art}` }, '999'] }] } }]),
    );
    const { rules, openItems } = await compiled([]);
    expect(JSON.stringify(rules)).toContain(`{"equal":[{"identifier":"self.${flag}"},true]}`);
    expect(openItems.some(({ severity, message }) => severity === 'note' && message.includes('999'))).toBe(true);
  });

  test('go into the package folder, are packed, and leave it with their schema', async () => {
    const path = translate(ofGroup(sameAsText));
    const { draft } = await compiled([text]);
    const out = join(folder, 'package');
    await writePackageFolder(draft, out);
    expect(readdirSync(join(out, 'fim')).sort()).toEqual([ownFile, 'schema.xml']);
    expect((await packFolder(out)).form.rules).toEqual(draft.compiled.form.rules);
    rmSync(path);
    await writePackageFolder((await compiled([text])).draft, out);
    expect(readdirSync(join(out, 'fim'))).toEqual(['schema.xml']);
  });

  test.each([
    ['a name that says not for what', 'rules.json', {}],
    ['a name of another schema', 'S05000000002V1.0.0_translated-rules.json', {}],
    ['a key without version', ownFile, { G05000000001: [] }],
    ['a text', ownFile, 'rules'],
    ['no rules', ownFile, { 'G05000000001V1.0.0': { effect: 'require' } }],
  ])('are refused with %s', async (_, file, content) => {
    const path = translate(content, file);
    await expect(compiled([], [path])).rejects.toMatchObject({ code: 'fim-translated-rules-invalid' });
  });

  test('are refused when the file is cut or missing', async () => {
    writeFileSync(join(folder, ownFile), '{"G05');
    await expect(compiled([])).rejects.toMatchObject({ code: 'fim-translated-rules-invalid' });
    rmSync(join(folder, ownFile));
    await expect(compiled([], [join(folder, ownFile)])).rejects.toMatchObject({ code: 'fim-file-unreadable' });
  });
});
