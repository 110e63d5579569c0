import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FormDefinition } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { packFolder } from '../compile/pack-folder.js';

export interface PayloadSchemaOptions {
  readonly codelists: readonly string[];
  readonly out?: string;
}

/** Writes what `generate` makes of a schema file, or of a package folder with its overlay, to a file or to the terminal. */
export async function payloadSchema(
  path: string,
  options: PayloadSchemaOptions,
  generate: (form: FormDefinition) => string,
): Promise<void> {
  const text = generate(await formOf(path, options.codelists));
  if (options.out === undefined) process.stdout.write(text);
  else {
    await mkdir(dirname(options.out), { recursive: true });
    await writeFile(options.out, text);
  }
}

async function formOf(path: string, codelists: readonly string[]): Promise<FormDefinition> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return (await packFolder(path)).form;
  return (await compileServicePackage(path, { codelists })).compiled.form;
}
