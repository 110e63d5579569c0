import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { readCodelist } from '../codelists/read-codelist.js';
import { speak } from '../language.js';
import { checksAsMarkdown } from './list-checks.js';
import { meldungen } from './meldungen.js';

afterEach(() => speak('de'));

test('docs/fim-quality-checks.md is what `fim lint --list --markdown --lang en` prints', () => {
  speak('en');
  expect(readFileSync(join(repository, 'docs', 'fim-quality-checks.md'), 'utf8')).toBe(checksAsMarkdown());
});

describeWith('shared', 'the published list of checks', () => {
  test('has the codes, severities and texts that we give', async () => {
    const list = await readCodelist(join(shared, 'fim', 'quality-checks', 'Meldungen.xml'));
    const published = list.zeilen.map((row) => [row.get('Code'), row.get('Typ'), row.get('Meldungstext')]);
    expect([...meldungen.values()].map(({ code, schwere, text }) => [code, schwere, text])).toEqual(published);
  });
});
