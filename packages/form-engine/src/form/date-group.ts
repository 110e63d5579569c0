import type { FormNode } from './form-node.js';
import type { Position } from './form.js';

/** Harmonised fields of a date that may be partly known: day, month, year (BOB F60000000231 to 233). */
const harmonised = ['F60000000231', 'F60000000232', 'F60000000233'];
const words = [/^tag\b/i, /^monat\b/i, /^jahr\b/i];

function partOf(node: FormNode): number {
  if (node.kind !== 'field' || (node.type !== 'integer' && node.type !== 'text')) return -1;
  const known = harmonised.indexOf(node.id);
  return known >= 0 ? known : words.findIndex((word) => word.test(node.label));
}

/** Is the group one date in parts: (day,) month and year, in this order? FIM models dates so that may be partly known (G60000000083). */
export function isDateGroup({ node, children }: Position): boolean {
  if (node.kind !== 'group') return false;
  const parts = children.map((child) => partOf(child.node)).join();
  return parts === '0,1,2' || parts === '1,2';
}
