import { codesOf } from '../codelists/codes-of.js';
import { referenceName } from '../codelists/find-codelist.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { Datenfeld, Wert } from '../xdatenfelder/datenfeld.js';

/**
 * The values of a list that version 3 has inside the schema: lists of FIM itself (`urn:de:fim:codeliste:`) and drafts whose name is no
 * URN, because version 3 has no `C…` id under which they could be found. Other lists are published on their own and stay references.
 */
export function inlineWerte(field: Datenfeld, codelists: ResolvedCodelists): readonly Wert[] | undefined {
  const reference = field.codelisteReferenz;
  if (reference === undefined || !belongsToSchema(reference.kennung)) return undefined;
  const list = codelists.get(referenceName(reference))?.list;
  const codes = list === undefined ? undefined : codesOf(list, field);
  if (codes === undefined || codes.length === 0) return undefined;
  return codes.map(({ code, label, help }) => ({ code, name: label, ...(help !== undefined && { hilfe: help }) }));
}

const belongsToSchema = (kennung = ''): boolean => kennung.startsWith('urn:de:fim:codeliste:') || !kennung.startsWith('urn:');
