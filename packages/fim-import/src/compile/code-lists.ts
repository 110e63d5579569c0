import type { Code, CodeList } from '@serviceportal/form-engine';
import { codesOf } from '../codelists/codes-of.js';
import { referenceName } from '../codelists/find-codelist.js';
import { say } from '../language.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';

export type FieldCodes = { readonly key: string; readonly codes: readonly Code[] } | { readonly missing: string };

/** The code lists of a form: each once, however often it is used. */
export class FormCodeLists {
  readonly #resolved: ResolvedCodelists;
  readonly #lists = new Map<string, CodeList>();
  /** By name and content: the key of the list. */
  readonly #keys = new Map<string, Map<string, string>>();

  constructor(resolved: ResolvedCodelists) {
    this.#resolved = resolved;
  }

  /** The codes of a select field, or why there are none. */
  codesFor(field: Datenfeld): FieldCodes {
    if (field.werte !== undefined && field.werte.length > 0) {
      const codes = field.werte.map(({ code, name, hilfe }) => ({ code, label: name, ...(hilfe !== undefined && { help: hilfe }) }));
      return this.#share(`${field.id}${field.version === undefined ? '' : `V${field.version}`}`, withoutDoubles(codes));
    }
    const reference = field.codelisteReferenz;
    if (reference === undefined)
      return { missing: say({ de: 'Das Feld hat weder Werte noch eine Codeliste', en: 'The field has neither values nor a code list' }) };
    const name = referenceName(reference);
    const resolved = this.#resolved.get(name) ?? { reason: say({ de: 'Sie wurde nicht gesucht', en: 'It was not searched for' }) };
    if (resolved.list === undefined) return { missing: of(name, resolved.reason) };
    const codes = codesOf(resolved.list, field);
    if (codes === undefined || codes.length === 0)
      return { missing: of(name, say({ de: 'Sie hat keine Schlüsselspalte oder keine Zeilen', en: 'It has no key column or no rows' })) };
    const columns = [field.codeKey, field.nameKey, field.helpKey]
      .map((column) => column ?? '')
      .join(' ')
      .trim();
    return this.#share(columns === '' ? name : `${name} ${columns}`, codes, resolved.list.versionUri ?? reference.versionUri);
  }

  toRecord(): Readonly<Record<string, CodeList>> {
    return Object.fromEntries(this.#lists);
  }

  /** Fields with the same name for other codes get a list of their own. */
  #share(name: string, codes: readonly Code[], uri?: string): FieldCodes {
    const keys = this.#keys.get(name) ?? new Map<string, string>();
    this.#keys.set(name, keys);
    const content = JSON.stringify(codes);
    const key = keys.get(content) ?? (keys.size === 0 ? name : `${name} ${keys.size + 1}`);
    keys.set(content, key);
    this.#lists.set(key, { ...(uri !== undefined && { uri }), codes });
    return { key, codes };
  }
}

const of = (list: string, what: string): string => say({ de: `Codeliste „${list}“: ${what}`, en: `Code list “${list}”: ${what}` });

function withoutDoubles(codes: readonly Code[]): readonly Code[] {
  return [...new Map(codes.toReversed().map((code) => [code.code, code])).values()].toReversed();
}
