import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { hasCode } from '../storage/has-code.js';
import { caseFiles } from '../work/case-files.js';
import type { CaseFile } from '../work/case-files.js';
import { findCase, withCases } from './cases.js';
import type { CaseOptions } from './cases.js';
import type { Environment } from './run-portal.js';

export interface ExportOptions extends CaseOptions {
  readonly out?: string;
}

/** `serviceportal export CASE`: everything that is stored about a case, as a ZIP that only its owner reads (Art. 15 DSGVO). */
export async function exportCase(name: string, { out, ...options }: ExportOptions, environment: Environment = process.env): Promise<void> {
  await withCases(options, environment, async (office, { sender }) => {
    const row = await findCase(office, name);
    const file = resolve(out ?? `auskunft-${row.reference}.zip`);
    await writeZip(file, await caseFiles(office, sender, row), office.clock.now());
    console.log(`${file}\nIt holds personal data in the clear. Hand it over safely, and delete it afterwards.`);
  });
}

/** Streams: no file of it is whole in memory but what is made here. @throws ConfigurationError `export-not-written` */
async function writeZip(path: string, files: readonly CaseFile[], mtime: Date): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  for (const { name, open } of files) zip.addReadStreamLazy(name, { mtime, mode: 0o100600 }, (done) => done(null, open()));
  zip.end();
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await Promise.race([pipeline(zip.outputStream, target), failed]);
  } catch (error) {
    target.destroy();
    if (!hasCode(error, 'EEXIST')) await rm(path, { force: true });
    const { syscall } = error as { readonly syscall?: string };
    if (syscall !== 'open') throw error;
    throw new ConfigurationError('export-not-written', `${path} cannot be written, or is there already. Name another file with --out.`, {
      cause: error,
    });
  }
}
