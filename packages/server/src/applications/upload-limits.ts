import type { FormDefinition, FormNode } from '@serviceportal/form-engine';

/** What may be uploaded where the schema names nothing. */
export const usualMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'];

/** Gives every question for a file the limits of this installation, so that the page says them and the check follows them. */
export function withUploadLimits(definition: FormDefinition, bytes: number): FormDefinition {
  return { ...definition, children: definition.children.map((node) => limited(node, bytes)) };
}

function limited(node: FormNode, bytes: number): FormNode {
  if (node.kind === 'group') return { ...node, children: node.children.map((child) => limited(child, bytes)) };
  if (node.kind !== 'field' || node.type !== 'file') return node;
  const { constraints } = node;
  const maxSize = Math.min(bytes, constraints.maxSize ?? bytes);
  const mediaTypes = constraints.mediaTypes?.length ? constraints.mediaTypes : usualMediaTypes;
  return { ...node, constraints: { ...constraints, maxSize, mediaTypes } };
}
