import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { type ConvertedSchema, convertSchema } from '../convert/convert-schema.js';
import type { Loss } from '../convert/losses.js';
import { writeCodelist } from '../write/write-codelist.js';
import { writeSchema } from '../write/write-schema.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';

export interface ConvertOptions {
  readonly to: '2' | '3';
  readonly out?: string;
  readonly codelists: readonly string[];
  readonly relations: boolean;
  readonly json: boolean;
}

/** `fim convert FILE --to 2|3`: writes a schema in the other version, or again in its own, and says what is lost. */
export async function convert(path: string, options: ConvertOptions): Promise<void> {
  const read = await readSchema(path, { relations: options.relations });
  const codelists = await resolveCodelists(read.schema, path, options.codelists);
  const converted = convertSchema(read, options.to === '2' ? '2.0' : '3.0.0', codelists, new Date().toISOString());
  const text = writeSchema(converted.schema, converted.kopf);
  const remarks = [...lossLines(path, converted), ...skippedLines(path, read)];
  if (options.out === undefined) {
    process.stdout.write(text);
    for (const line of remarks) console.error(line);
    const names = converted.codelists.map(({ fileName }) => fileName);
    if (names.length > 0) {
      const are = names.length === 1 ? '1 Codeliste ist' : `${names.length} Codelisten sind`;
      console.error(`${are} nicht geschrieben (${names.join(', ')}). Nennen Sie mit --out eine Datei.`);
    }
    return;
  }
  const files = await write(options.out, text, converted);
  if (options.json) {
    const { id, version, fassung } = converted.schema;
    console.log(
      JSON.stringify({
        schema: { id, version, xdatenfelder: fassung },
        files,
        losses: converted.losses,
        skippedRelations: read.skippedRelations,
        warnings: read.warnings,
      }),
    );
    return;
  }
  const lists = files.length === 2 ? '1 Codeliste' : `${files.length - 1} Codelisten`;
  console.log(`${options.out}: ${converted.schema.id}, XDatenfelder ${converted.schema.fassung}; ${lists} daneben.`);
  for (const line of remarks) console.log(line);
}

async function write(out: string, text: string, { codelists }: ConvertedSchema): Promise<readonly string[]> {
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, text);
  const files = [out];
  for (const { fileName, list } of codelists) {
    const file = join(dirname(out), fileName);
    await writeFile(file, writeCodelist(list));
    files.push(file);
  }
  return files;
}

function skippedLines(path: string, { skippedRelations = 0 }: ReadSchema): readonly string[] {
  if (skippedRelations === 0) return [];
  const are = skippedRelations === 1 ? '1 Relation ist' : `${skippedRelations} Relationen sind`;
  return [`Hinweis  ${path}  ${are} nicht übernommen; mit --relations bleiben sie in Version 3.`];
}

const shown = 5;

function lossLines(path: string, { losses }: ConvertedSchema): readonly string[] {
  return losses.map(({ message, elements }: Loss) => {
    const names = elements.slice(0, shown).map(({ id, line, column }) => `${id} (${line}:${column})`);
    const more = elements.length > shown ? ` und ${elements.length - shown} weitere` : '';
    return `Verlust  ${path}  ${message}  ${names.join(', ')}${more}`;
  });
}
