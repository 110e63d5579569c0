import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { counted } from '../counted.js';
import { say } from '../language.js';
import { type Coverage, coverageMarkdown } from '../report/coverage-markdown.js';
import { findSchemas } from '../report/find-schemas.js';
import { reportSchema } from '../report/report-schema.js';
import type { SchemaRow } from '../report/schema-row.js';
import { totalsOf } from '../report/totals.js';
import { readTryResults } from '../report/try-results.js';
import { createProgress } from './progress.js';

export interface ReportOptions {
  readonly codelists: readonly string[];
  readonly json: boolean;
  readonly out?: string;
  /** File with lines of `serviceportal try --json`. */
  readonly try?: string;
}

/** `fim report DIR`: what becomes of every schema in a folder. A schema that cannot be read is part of the answer, not an error. */
export async function reportFolder(folder: string, options: ReportOptions): Promise<void> {
  const coverage = await coverageOf(folder, options);
  const page = coverageMarkdown(coverage);
  if (options.out !== undefined) await writeFile(options.out, page);
  if (options.json) {
    const { rows, others, tried } = coverage;
    console.log(JSON.stringify({ totals: totalsOf(rows), others, schemas: rows, tried: Object.fromEntries(tried) }));
  } else if (options.out === undefined) process.stdout.write(page);
  else {
    const { compiled, schemas, rulesUnderstood, rules } = totalsOf(coverage.rows);
    console.log(
      say({
        de: `${options.out}: ${compiled} von ${counted(schemas, 'Schema', 'Schemata')} kompiliert, ${rulesUnderstood} von ${counted(rules, 'Regel', 'verschiedenen Regeln')} verstanden.`,
        en: `${options.out}: ${compiled} of ${counted(schemas, 'schema', 'schemas')} compiled, ${rulesUnderstood} of ${counted(rules, 'rule', 'distinct rules')} understood.`,
      }),
    );
  }
}

/** One schema after the other, so that memory holds no more than one of them and the rows. */
export async function coverageOf(folder: string, options: Pick<ReportOptions, 'codelists' | 'try'>): Promise<Coverage> {
  const root = resolve(folder);
  const tried = options.try === undefined ? new Map<string, never[]>() : await readTryResults(options.try);
  const { schemas, others } = await findSchemas(root);
  const codelists = [...(await ownCodelists(root)), ...options.codelists];
  const progress = createProgress(say({ de: 'Schemata', en: 'Schemas' }));
  const rows: SchemaRow[] = [];
  for (const file of schemas) {
    rows.push(await reportSchema(root, file, codelists));
    progress.step(rows.length, schemas.length);
  }
  progress.end();
  return { rows, others, tried };
}

/** `codelists` in the folder, if there is one. */
async function ownCodelists(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries.some((entry) => entry.isDirectory() && entry.name === 'codelists') ? [join(root, 'codelists')] : [];
}
