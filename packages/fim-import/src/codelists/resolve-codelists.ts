import { dirname } from 'node:path';
import type { CodelisteReferenz } from '../xdatenfelder/datenfeld.js';
import type { Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';
import { type CodelistFolder, openCodelistFolder } from './codelist-folder.js';
import type { Codeliste } from './codeliste.js';
import { findCodelist, referenceName } from './find-codelist.js';
import { readCodelist } from './read-codelist.js';
import { remembered } from './remembered.js';

/** A list that a schema refers to: with its content, or with the reason why there is none. */
export type ResolvedCodelist = { readonly list: Codeliste; readonly path: string } | { readonly list?: undefined; readonly reason: string };

// A few lists, such as those of countries, belong to nearly every schema.
const listIn = remembered(12, readCodelist);

/** By `referenceName`. */
export type ResolvedCodelists = ReadonlyMap<string, ResolvedCodelist>;

/**
 * Finds the code lists of a schema: beside its file, then in further folders and what is below them.
 * @throws FimInputError if a folder cannot be read, or a list that is referred to is broken
 */
export async function resolveCodelists(
  schema: Stammdatenschema,
  schemaPath: string,
  folders: readonly string[] = [],
): Promise<ResolvedCodelists> {
  const references = new Map(referencesIn(schema.struktur).map((reference) => [referenceName(reference), reference]));
  if (references.size === 0) return new Map();
  const opened: CodelistFolder[] = [await openCodelistFolder(dirname(schemaPath))];
  for (const folder of new Set(folders)) opened.push(await openCodelistFolder(folder, true));
  const resolved = new Map<string, ResolvedCodelist>();
  for (const [name, reference] of references) {
    const found = findCodelist(reference, opened);
    if ('file' in found) resolved.set(name, { list: await listIn(found.file.path), path: found.file.path });
    else resolved.set(name, found);
  }
  return resolved;
}

function referencesIn(struktur: readonly Struktur[]): readonly CodelisteReferenz[] {
  return struktur.flatMap(({ enthaelt }) =>
    enthaelt.art === 'datenfeldgruppe' ? referencesIn(enthaelt.struktur) : (enthaelt.codelisteReferenz ?? []),
  );
}
