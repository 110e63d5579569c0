import type { FormDefinition, FormNode } from '@serviceportal/form-engine';

/** Most entries of a list where the schema names no maximum: somebody has to read them, and a draft has to hold them. */
const mostEntries = 500;

/** Gives every list an end, so that the page says it and the check follows it. */
export function withEntryLimits(definition: FormDefinition): FormDefinition {
  return { ...definition, children: definition.children.map(limited) };
}

function limited(node: FormNode): FormNode {
  if (node.kind === 'note') return node;
  const max = node.max ?? Math.max(mostEntries, node.min);
  return node.kind === 'group' ? { ...node, max, children: node.children.map(limited) } : { ...node, max };
}
