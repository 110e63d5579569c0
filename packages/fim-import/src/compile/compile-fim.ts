import { basename } from 'node:path';
import { type FormDefinition, type OpenItem, compileForm } from '@serviceportal/form-engine';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { elementsOf } from '../xdatenfelder/elements-of.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import type { SchemaWarning } from '../xdatenfelder/reading.js';
import { FormCodeLists } from './code-lists.js';
import { say } from '../language.js';
import type { TranslatedRules } from '../rules/translated-rules-file.js';
import { compileRules } from './compile-rules.js';
import { compileStruktur } from './compile-struktur.js';
import { OpenItems } from './open-items.js';
import { PatternVetting } from './pattern-vetting.js';
import { type TranslatedTexts, translatedTexts } from '../translations/translated-texts.js';
import type { Uebersetzung } from '../xdatenfelder/uebersetzung.js';

export interface CompiledFim {
  readonly form: FormDefinition;
  /** What could not be compiled, each with its source text and place. */
  readonly openItems: readonly OpenItem[];
  readonly warnings: readonly SchemaWarning[];
  /** What FIM's translations say, by language and key. */
  readonly texts: TranslatedTexts;
}

/**
 * Compiles a schema to the form that asks for its data. Total: what is not understood becomes an open item.
 * @param file names the schema in open items
 * @param translated rules that FIM has translated; they win over the texts of their elements (docs/adr/0019)
 * @param uebersetzungen texts that FIM has translated (uebersetzung.0106)
 */
export function compileFim(
  read: ReadSchema,
  codelists: ResolvedCodelists,
  file: string,
  translated: TranslatedRules = new Map(),
  uebersetzungen: readonly Uebersetzung[] = [],
): CompiledFim {
  const { schema, warnings } = read;
  const openItems = new OpenItems(file);
  const codeLists = new FormCodeLists(codelists);
  const elements = compileStruktur(schema.struktur, codeLists, openItems, new PatternVetting());
  if (elements.length === 0)
    openItems.add(
      { kind: 'element', message: say({ de: 'Das Schema hat keine Elemente.', en: 'The schema has no elements.' }) },
      schema.place,
      schema.id,
    );
  const lists = codeLists.toRecord();
  const form: FormDefinition = {
    schema: { id: schema.id, ...(schema.version !== undefined && { version: schema.version }), name: schema.bezeichnung },
    children: elements.map((element) => element.node),
    codeLists: lists,
    rules: [],
  };
  const translations = translated.size === 0 ? undefined : { rules: translated, form: compileForm(form) };
  reportStrangers(translated, read, openItems);
  const rules = compileRules(schema, elements, lists, openItems, translations);
  const ofTranslations = new Map<string, OpenItems>();
  const texts = translatedTexts(uebersetzungen, { ...form, rules }, (path) => {
    const items = ofTranslations.get(path) ?? new OpenItems(basename(path));
    ofTranslations.set(path, items);
    return items;
  });
  const remarks = [...ofTranslations.values()].flatMap((items) => items.list());
  return { form: { ...form, rules }, openItems: [...openItems.list(), ...remarks], warnings, texts };
}

/** Translated rules that were meant for this schema, but are of elements or versions that it does not have. */
function reportStrangers(translated: TranslatedRules, { schema }: ReadSchema, openItems: OpenItems): void {
  const known = new Set(elementsOf(schema).map(({ id, version }) => `${id}V${version ?? ''}`));
  for (const [key, { meant }] of translated) {
    if (!meant || known.has(key)) continue;
    const message = say({
      de: `Übersetzte Regeln für ${key}: Dieses Element gibt es im Schema nicht, oder in anderer Fassung. Sie werden nicht angewendet.`,
      en: `Translated rules for ${key}: the schema does not have this element, or in another version. They are not applied.`,
    });
    openItems.add({ kind: 'rule', message }, schema.place, key);
  }
}
