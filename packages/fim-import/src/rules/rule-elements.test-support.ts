import type { Code } from '@serviceportal/form-engine';
import { FormCodeLists } from '../compile/code-lists.js';
import { compileStruktur } from '../compile/compile-struktur.js';
import type { CompiledElement } from '../compile/compiled-element.js';
import { OpenItems } from '../compile/open-items.js';
import { PatternVetting } from '../compile/pattern-vetting.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';

/** The elements that a rule can name, and their codes. */
export function elementsOf(given: readonly Given[]): {
  readonly elements: readonly CompiledElement[];
  readonly codesOf: (list: string) => readonly Code[];
} {
  const codeLists = new FormCodeLists(new Map());
  const elements = compileStruktur(readGiven(given).schema.struktur, codeLists, new OpenItems('schema.xml'), new PatternVetting());
  const lists = codeLists.toRecord();
  return { elements, codesOf: (list) => lists[list]?.codes ?? [] };
}
