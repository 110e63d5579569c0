import { compileFim } from '../compile/compile-fim.js';
import { type Given, schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { type Comparison, compareForms } from './compare-forms.js';
import type { ChangeKind } from './change.js';
import type { Side } from './side.js';

/** A side from positions and rule texts. */
export function sideOf(children: readonly Given[], rules: readonly string[] = [], change: (xml: string) => string = (xml) => xml): Side {
  const read = readSchemaText(change(schemaXml(children, rules)), 'schema.xml');
  const { form, openItems } = compileFim(read, new Map(), 'schema.xml');
  return { source: 'schema.xml', schema: read.schema, form, openItems };
}

export const compareGiven = (
  old: readonly Given[],
  now: readonly Given[],
  oldRules: readonly string[] = [],
  newRules = oldRules,
): Comparison => compareForms(sideOf(old, oldRules), sideOf(now, newRules));

/** Sentences of one kind of change. */
export const said = ({ changes }: Comparison, kind: ChangeKind): readonly string[] =>
  changes.filter((change) => change.kind === kind).map(({ message }) => message);

/** Kinds of all changes. */
export const kinds = ({ changes }: Comparison): readonly ChangeKind[] => changes.map(({ kind }) => kind);
