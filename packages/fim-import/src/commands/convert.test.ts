import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { convert } from './convert.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = join(folder, 'S3.xml');
writeFileSync(
  source,
  schemaXml([
    { id: 'F05000000001', codes: { '01': 'eins', '02': 'zwei' } },
    { id: 'F05000000002', feldart: 'hidden' },
  ]),
);

const printed: string[] = [];
const errors: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
jest.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
const terminal = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
beforeEach(() => {
  printed.length = 0;
  errors.length = 0;
  terminal.mockClear();
});

describe('fim convert', () => {
  const out = join(folder, 'two', 'S2.xml');
  const options = { codelists: [], relations: false, json: false };

  test('--to 2 --out writes the schema with its lists beside it, and says what is lost, a line each', async () => {
    await convert(source, { ...options, to: '2', out });
    expect(readdirSync(join(folder, 'two')).sort()).toEqual(['C05000001V1.0_genericode.xml', 'S2.xml']);
    expect(readFileSync(out, 'utf8')).toContain('<xdf:id>F05000001</xdf:id>');
    expect(printed[0]).toBe(`${out}: S05000001, XDatenfelder 2.0; 1 Codeliste daneben.`);
    const hidden = 'Die Feldart „hidden“ gibt es nicht; geschrieben wird „input“.  F05000000002 (5:';
    expect(printed.slice(1)).toContainEqual(expect.stringContaining(`Verlust  ${source}  ${hidden}`));
  });

  test('--to 3 finds these lists again', async () => {
    const back = join(folder, 'three.xml');
    await convert(out, { ...options, to: '3', out: back, json: true });
    expect(readFileSync(back, 'utf8').replace(/\s+/g, '')).toContain(
      '<xdf3:wert><xdf3:code>02</xdf3:code><xdf3:name>zwei</xdf3:name></xdf3:wert>',
    );
    expect(JSON.parse(printed.join(''))).toMatchObject({
      schema: { id: 'S05000000001', version: '1.0.0', xdatenfelder: '3.0.0' },
      files: [back],
      losses: [{ message: expect.stringContaining('steht als Werte im Feld'), elements: [{ id: 'F05000001', line: expect.any(Number) }] }],
      warnings: [],
    });
  });

  test('without --out only the schema goes to the terminal, everything else to the error output', async () => {
    await convert(source, { ...options, to: '2' });
    expect(terminal.mock.calls.map(([text]) => String(text)).join('')).toMatch(
      /^<\?xml [\s\S]*<\/xdf:xdatenfelder\.stammdatenschema\.0102>\n$/,
    );
    expect(printed).toEqual([]);
    expect(errors.at(-1)).toBe('1 Codeliste ist nicht geschrieben (C05000001V1.0_genericode.xml). Nennen Sie mit --out eine Datei.');
  });

  test('says that relations are left out, and keeps them if asked', async () => {
    const related = join(folder, 'related.xml');
    const relation =
      '<xdf3:relation><xdf3:praedikat><code>ABL</code></xdf3:praedikat><xdf3:objekt><xdf3:id>F00000000009</xdf3:id></xdf3:objekt></xdf3:relation>';
    writeFileSync(related, schemaXml([{ id: 'F05000000001' }], [], relation));
    await convert(related, { ...options, to: '3', out });
    expect(printed.at(-1)).toBe(`Hinweis  ${related}  1 Relation ist nicht übernommen; mit --relations bleiben sie in Version 3.`);
    expect(readFileSync(out, 'utf8')).not.toContain('relation');
    await convert(related, { ...options, to: '3', out, relations: true });
    expect(readFileSync(out, 'utf8')).toContain('<xdf3:id>F00000000009</xdf3:id>');
  });
});
