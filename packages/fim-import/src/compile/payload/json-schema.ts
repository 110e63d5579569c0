import type { Code, FieldNode, FormDefinition } from '@serviceportal/form-engine';
import { compiles } from '../pattern.js';
import { type PayloadChild, type PayloadElement, payloadOf } from './payload-elements.js';
import { dateTimePattern, timePattern } from './times.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema of what an application of this form hands over: structure, keys and bounds as FIM's own converter writes them,
 * except that what a rule can take away is not required (docs/adr/0010).
 */
export function toJsonSchema(form: FormDefinition): JsonSchema {
  const payload = payloadOf(form);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${payload.name}.schema.json`,
    title: payload.title,
    ...objectOf(payload.children),
    $defs: Object.fromEntries(payload.elements.map((element) => [element.name, elementSchema(element, form)])),
  };
}

function elementSchema({ node, children }: PayloadElement, form: FormDefinition): JsonSchema {
  if (node.kind === 'group') return { title: node.label, ...objectOf(children) };
  const codes = node.codeList === undefined ? undefined : form.codeLists[node.codeList]?.codes;
  return { title: node.label, ...(codes === undefined ? fieldSchema(node) : selectSchema(codes)) };
}

function objectOf(children: readonly PayloadChild[]): JsonSchema {
  const required = children.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(children.map((child) => [child.name, occurrences(child)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function occurrences({ name, min, max }: PayloadChild): JsonSchema {
  const reference = { $ref: `#/$defs/${name}` };
  if (max === 1) return reference;
  return { type: 'array', minItems: min, ...(max !== null && { maxItems: max }), items: reference };
}

const selectSchema = (codes: readonly Code[]): JsonSchema => ({
  type: 'string',
  oneOf: codes.map(({ code, label }) => ({ const: code, description: label })),
});

function fieldSchema({ type, constraints }: FieldNode): JsonSchema {
  switch (type) {
    case 'text':
      return { type: 'string', ...textBounds(constraints) };
    case 'integer':
    case 'number':
    case 'currency': {
      const { minimum, maximum } = constraints;
      const bounds = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
      return { type: type === 'integer' ? 'integer' : 'number', ...bounds };
    }
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: 'string', pattern: `^${timePattern}$` };
    case 'datetime':
      return { type: 'string', pattern: `^${dateTimePattern}$` };
    case 'select':
    case 'file':
      return { type: 'string' };
  }
}

/** Patterns of JSON Schema are not anchored and use the `u` flag; one that needs `v` cannot be written. */
function textBounds({ minLength, maxLength, pattern }: FieldNode['constraints']): JsonSchema {
  return {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && compiles(pattern, 'u') && { pattern: `^(?:${pattern})$` }),
  };
}
