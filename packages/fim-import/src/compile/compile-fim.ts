import type { FormDefinition, OpenItem } from '@serviceportal/form-engine';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import type { SchemaWarning } from '../xdatenfelder/reading.js';
import { FormCodeLists } from './code-lists.js';
import { compileRuleTexts } from './compile-rules.js';
import { compileStruktur } from './compile-struktur.js';
import { OpenItems } from './open-items.js';

export interface CompiledFim {
  readonly form: FormDefinition;
  /** What could not be compiled, each with its source text and place. */
  readonly openItems: readonly OpenItem[];
  readonly warnings: readonly SchemaWarning[];
}

/**
 * Compiles a schema to the form that asks for its data. Total: what is not understood becomes an open item.
 * @param file names the schema in open items
 */
export function compileFim(read: ReadSchema, codelists: ResolvedCodelists, file: string): CompiledFim {
  const { schema, warnings } = read;
  const openItems = new OpenItems(file);
  const codeLists = new FormCodeLists(codelists);
  const elements = compileStruktur(schema.struktur, codeLists, openItems);
  if (elements.length === 0) openItems.add({ kind: 'element', message: 'Das Schema hat keine Elemente.' }, schema.place, schema.id);
  const lists = codeLists.toRecord();
  const rules = compileRuleTexts(schema.regeln, elements, lists, openItems);
  const form: FormDefinition = {
    schema: { id: schema.id, ...(schema.version !== undefined && { version: schema.version }), name: schema.bezeichnung },
    children: elements.map((element) => element.node),
    codeLists: lists,
    rules,
  };
  return { form, openItems: openItems.list(), warnings };
}
