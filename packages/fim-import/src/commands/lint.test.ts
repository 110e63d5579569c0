import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { rule, schema, steckbrief } from '../lint/sample-xml.test-support.js';
import { lintFile, printChecks } from './lint.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, xml: string): string => {
  writeFileSync(join(folder, name), xml);
  return join(folder, name);
};

const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
jest.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
beforeEach(() => {
  printed.length = 0;
  process.exitCode = 0;
});
afterEach(() => void (process.exitCode = 0));

const run = (path: string, json = false, all = false) => runCommand(json, () => lintFile(path, { codelists: [], json, all }));

describe('fim lint', () => {
  test('nothing found: exit code 0', async () => {
    await run(write('clean.xml', schema()));
    expect([printed, process.exitCode]).toEqual([['Keine Befunde.'], 0]);
  });

  test('errors: exit code 2, each with place, code and a way out', async () => {
    const file = write('wrong.xml', schema({ dokumentsteckbrief: steckbrief('D99000000001') }));
    await run(file);
    expect(process.exitCode).toBe(2);
    expect(printed[0]).toMatch(/wrong\.xml:\d+:\d+ {2}FehlerMethodisch 1097 {2}Wurzel\n.*\n {4}FIM: .*\n {4}Abhilfe: /);
    expect(printed.at(-1)).toBe('1 Befund: 1 FehlerMethodisch.');
  });

  test('--json prints one line', async () => {
    await run(write('json.xml', schema({ bezeichnung: '' })), true);
    expect(JSON.parse(printed.join(''))).toMatchObject({
      element: { id: 'S05000000001', kind: 'stammdatenschema', xdatenfelder: '3.0.0' },
      counts: { FehlerKritisch: 1 },
      findings: [{ code: '1050', severity: 'FehlerKritisch', line: 2 }],
    });
  });

  test('--all runs what FIM has switched off, without making it an error', async () => {
    const file = write('rule.xml', schema({ regel: rule('Immer.') }));
    await run(file);
    expect(printed).toEqual(['Keine Befunde.']);
    await run(file, false, true);
    expect([printed.at(-1), process.exitCode]).toEqual(['1 Befund: 1 Deaktiviert.', 0]);
  });

  test('bad input: exit code 1', async () => {
    await run(write('other.xml', '<a/>'));
    expect([printed[0]?.startsWith('Fehler fim-not-xdatenfelder'), process.exitCode]).toEqual([true, 1]);
  });

  test('--list names every check', () => {
    printChecks({ markdown: false, json: false });
    expect(printed).toHaveLength(142);
  });
});
