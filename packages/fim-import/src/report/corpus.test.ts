import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { coverageOf } from '../commands/report-folder.js';
import { speak } from '../language.js';
import { type Coverage, coverageMarkdown } from './coverage-markdown.js';
import { totalsOf } from './totals.js';

describeWith('shared', 'fim report on the corpus', () => {
  let coverage: Coverage;

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    speak('en');
    coverage = await coverageOf(join(shared, 'fim'), { codelists: [], try: join(repository, 'docs', 'fim-try-results.jsonl') });
  }, 600_000);
  afterAll(() => speak('de'));

  test('docs/fim-coverage.md is what the command makes', () => {
    expect(coverageMarkdown(coverage)).toBe(readFileSync(join(repository, 'docs', 'fim-coverage.md'), 'utf8'));
  });

  test.each(['xdf2', 'xdf3'])('all of %s compiles', (folder) => {
    const { schemas, compiled } = totalsOf(coverage.rows.filter(({ file }) => file.startsWith(`${folder}/`)));
    expect(compiled).toBe(schemas);
  });

  test('at least 98 % of the distinct rules that FIM has published are understood', () => {
    const { rules, rulesUnderstood } = totalsOf(coverage.rows.filter(({ file }) => /^xdf[23]\//.test(file)));
    expect(rulesUnderstood / rules).toBeGreaterThanOrEqual(0.98);
  });
});
