import { dirname } from 'node:path';
import { openCodelistFolder } from '../codelists/codelist-folder.js';
import { findCodelist, referenceName } from '../codelists/find-codelist.js';
import { readCodelist } from '../codelists/read-codelist.js';
import type { ResolvedCodelist, ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { referenceOf } from './checks/code-lists.js';
import type { LintElement } from './lint-element.js';

/** The lists to which a file refers: beside it, then in further folders and what is below them. */
export async function codelistsAtHand(root: LintElement, path: string, folders: readonly string[]): Promise<ResolvedCodelists> {
  const references = new Map(referencesBelow(root).map((reference) => [referenceName(reference), reference]));
  if (references.size === 0) return new Map();
  const opened = [await openCodelistFolder(dirname(path))];
  for (const folder of new Set(folders)) opened.push(await openCodelistFolder(folder, true));
  const resolved = new Map<string, ResolvedCodelist>();
  for (const [name, reference] of references) {
    const found = findCodelist(reference, opened);
    resolved.set(name, 'file' in found ? { list: await readCodelist(found.file.path), path: found.file.path } : found);
  }
  return resolved;
}

function referencesBelow(element: LintElement): NonNullable<ReturnType<typeof referenceOf>>[] {
  const own = referenceOf(element);
  return [...(own === undefined ? [] : [own]), ...element.stellen.flatMap(({ element: child }) => referencesBelow(child))];
}
