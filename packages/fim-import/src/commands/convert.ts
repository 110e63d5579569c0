import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { type ConvertedSchema, convertSchema } from '../convert/convert-schema.js';
import type { Loss } from '../convert/losses.js';
import { type Message, say } from '../language.js';
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
      console.error(say(notWritten(names)));
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
  console.log(`${options.out}: ${converted.schema.id}, XDatenfelder ${converted.schema.fassung}; ${say(listsBeside(files.length - 1))}.`);
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

const notWritten = (names: readonly string[]): Message => ({
  de: `${names.length === 1 ? '1 Codeliste ist' : `${names.length} Codelisten sind`} nicht geschrieben (${names.join(', ')}). Nennen Sie mit --out eine Datei.`,
  en: `${names.length === 1 ? '1 code list is' : `${names.length} code lists are`} not written (${names.join(', ')}). Name a file with --out.`,
});

const listsBeside = (count: number): Message => ({
  de: `${count === 1 ? '1 Codeliste' : `${count} Codelisten`} daneben`,
  en: `${count === 1 ? '1 code list' : `${count} code lists`} beside it`,
});

function skippedLines(path: string, { skippedRelations = 0 }: ReadSchema): readonly string[] {
  if (skippedRelations === 0) return [];
  const one = skippedRelations === 1;
  const what = say({
    de: `${one ? '1 Relation ist' : `${skippedRelations} Relationen sind`} nicht übernommen; mit --relations bleiben sie in Version 3.`,
    en: `${one ? '1 relation is' : `${skippedRelations} relations are`} not taken over; with --relations they stay in version 3.`,
  });
  return [`${say({ de: 'Hinweis', en: 'Note   ' })}  ${path}  ${what}`];
}

const shown = 5;

function lossLines(path: string, { losses }: ConvertedSchema): readonly string[] {
  return losses.map(({ message, elements }: Loss) => {
    const names = elements.slice(0, shown).map(({ id, line, column }) => `${id} (${line}:${column})`);
    const rest = elements.length - shown;
    const more = rest > 0 ? say({ de: ` und ${rest} weitere`, en: ` and ${rest} more` }) : '';
    return `${say({ de: 'Verlust', en: 'Loss   ' })}  ${path}  ${message}  ${names.join(', ')}${more}`;
  });
}
