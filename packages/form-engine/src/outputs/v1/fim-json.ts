import type { Form } from '../../form/form.js';
import type { Evaluation } from '../../rules/evaluation.js';
import { outputTree, type OutputContent, type OutputElement } from './output-tree.js';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

const contentJson = (content: OutputContent): Json => (typeof content === 'object' ? objectOf(content) : content);

function objectOf(elements: readonly OutputElement[]): { readonly [name: string]: Json } {
  return Object.fromEntries(
    elements.map(({ name, repeated, instances }) => {
      const values = instances.map(contentJson);
      return [name, repeated ? values : (values[0] ?? {})];
    }),
  );
}

/** The application along the structure of the schema, keyed by id and version (FIM JSON). A file is its name. */
export const fimJson = (form: Form, evaluation: Evaluation): string =>
  `${JSON.stringify(objectOf(outputTree(form, evaluation)), null, 2)}\n`;
