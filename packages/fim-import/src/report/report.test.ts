import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { coverageOf } from '../commands/report-folder.js';
import { speak } from '../language.js';
import { at, field, group, rule, schema } from '../lint/sample-xml.test-support.js';
import { coverageMarkdown } from './coverage-markdown.js';
import { isCompiled } from './schema-row.js';
import { percent, totalsOf } from './totals.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-report-'));
const tried = join(folder, 'tried.jsonl');
const known = 'Wenn F05000000001 leer ist, dann darf F05000000002 nicht befüllt sein.';
const unknown = 'Bitte mit | Augenmaß <ausfüllen>.';

beforeAll(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  mkdirSync(join(folder, 'land', 'bund'), { recursive: true });
  writeFileSync(join(folder, 'land', 'b.xml'), schema({}, [at(group({ regel: rule(known) }))]));
  writeFileSync(join(folder, 'land', 'bund', 'a.xml'), schema({}, [at(group({ regel: rule(unknown.replace('<', '&lt;')) }))]));
  copyFileSync(join(folder, 'land', 'b.xml'), join(folder, 'same.XML'));
  writeFileSync(join(folder, 'cut.xml'), schema().slice(0, -30));
  writeFileSync(join(folder, 'field.xml'), field().replace('<x:datenfeld>', '<x:datenfeld xmlns:x="urn:a">'));
  writeFileSync(join(folder, 'readme.txt'), 'no schema');
  writeFileSync(
    tried,
    '{"schema":"S05000000001V1.0.0","seed":1,"delivered":true}\n{"schema":"S05000000001V1.0.0","seed":2,"delivered":false,"problem":"stuck"}\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => speak('de'));

const covered = () => coverageOf(folder, { codelists: [], try: tried });

describe('fim report', () => {
  test('takes every schema in and below the folder, sorted, and counts the other files', async () => {
    const { rows, others } = await covered();
    expect(rows.map(({ file }) => file)).toEqual(['cut.xml', 'land/b.xml', 'land/bund/a.xml', 'same.XML']);
    expect(others).toBe(3);
  });

  test('makes a broken file a row with its error, placed from the folder', async () => {
    const { rows } = await covered();
    const [broken] = rows.filter((row) => !isCompiled(row));
    expect(broken).toMatchObject({ file: 'cut.xml', error: { code: 'fim-xml-truncated' } });
    expect(JSON.stringify(rows)).not.toContain(folder);
  });

  test('counts a rule of several schemas once, and one with another text as another', async () => {
    const { rows } = await covered();
    expect(totalsOf(rows)).toMatchObject({ schemas: 4, compiled: 3, rules: 2, rulesUnderstood: 1 });
  });

  test('lists every rule that is not understood, with text, place and reason', async () => {
    speak('en');
    const page = coverageMarkdown(await covered());
    const section = page.split('## Rules that are not understood (1)')[1]?.split('\n## ')[0];
    expect(section).toContain('R05000000001');
    expect(section).toContain('> Bitte mit \\| Augenmaß \\<ausfüllen\\>.');
    expect(section).toMatch(/`land\/bund\/a\.xml:\d+:\d+`/);
    expect(section).toContain('is not applied');
  });

  test('shows how often applications arrived, and why one did not', async () => {
    const page = coverageMarkdown(await covered());
    expect(page).toContain('| 1 von 2 |');
    expect(page).toContain('| S05000000001V1.0.0 | 2 | stuck |');
  });

  test('is the same page again', async () => {
    expect(coverageMarkdown(await covered())).toBe(coverageMarkdown(await covered()));
  });

  test('refuses results that are none, with the line', async () => {
    const wrong = join(folder, 'wrong.jsonl');
    writeFileSync(wrong, `${readFileSync(tried, 'utf8')}ok S05\n`);
    await expect(coverageOf(folder, { codelists: [], try: wrong })).rejects.toMatchObject({
      code: 'fim-try-results',
      message: expect.stringContaining('wrong.jsonl:3'),
    });
    rmSync(wrong);
  });

  test('refuses a folder that is not there', async () => {
    await expect(coverageOf(join(folder, 'none'), { codelists: [] })).rejects.toMatchObject({ code: 'fim-file-unreadable' });
  });

  test('never rounds up to 100 %', () => {
    expect([percent(999_999, 1_000_000), percent(3, 3), percent(0, 0)]).toEqual(['99.9 %', '100.0 %', '–']);
  });
});
