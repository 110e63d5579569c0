import type { FieldNode, FormDefinition, FormNode } from '@serviceportal/form-engine';
import { hostileTexts } from './hostile-values.test-support.js';
import type { Random } from './random.test-support.js';

/** Answers as JSON: most of them right, some missing, a few of the wrong kind. */
export function someAnswers(form: FormDefinition, random: Random): unknown {
  const group = (nodes: readonly FormNode[]): unknown =>
    Object.fromEntries(nodes.flatMap((node) => (node.kind === 'note' || random.chance(0.3) ? [] : [[node.id, entries(node)] as const])));
  const entries = (node: Exclude<FormNode, { kind: 'note' }>): unknown => {
    const one = () => (node.kind === 'group' ? group(node.children) : value(node, form, random));
    return node.max === 1 ? one() : Array.from({ length: random.between(0, 2) }, one);
  };
  return group(form.children);
}

function value(field: FieldNode, { codeLists }: FormDefinition, random: Random): unknown {
  if (random.chance(0.01)) return random.pick([{}, [], null, 7, true, ...hostileTexts]);
  switch (field.type) {
    case 'select': {
      const codes = codeLists[field.codeList ?? '']?.codes ?? [];
      return random.chance(0.1) || codes.length === 0 ? random.pick(hostileTexts) : random.pick(codes).code;
    }
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return random.pick([0, 1, -1, 18, 2024, Number.MAX_SAFE_INTEGER]);
    case 'number':
    case 'currency':
      return random.pick([0, 0.1, -5, 1e15, 12.34]);
    case 'date':
      return random.pick(['2024-02-29', '1900-01-01', '2026-11-21', '9999-12-31', '0001-01-01']);
    case 'time':
    case 'datetime':
    case 'text':
      return random.pick(hostileTexts);
    case 'file':
      return { attachment: 'a', name: 'a.pdf', mediaType: 'application/pdf', size: 1 };
  }
}
