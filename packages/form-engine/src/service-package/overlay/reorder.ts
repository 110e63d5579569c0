import type { FormDefinition } from '../../form/form-definition.js';
import type { FormNode } from '../../form/form-node.js';
import type { OpenItem } from '../service-package.js';
import { mapTree, names } from './form-tree.js';
import { misfit, type OverlayResult } from './overlay-result.js';

/** Key of the top level. */
const top = '/';

/** Puts the named children of a group first, in the given order; the others follow as before. */
export function reorder(form: FormDefinition, order: Readonly<Record<string, readonly string[]>>): OverlayResult {
  const openItems: OpenItem[] = [];
  const used = new Set<string>();

  function sorted(children: readonly FormNode[], key: string, ids: readonly string[]): FormNode[] {
    used.add(key);
    for (const id of ids) {
      if (!children.some((child) => child.id === id)) openItems.push(misfit(key, `${id} unter order gibt es dort nicht.`));
    }
    const marked = children.map((child, schemaIndex) => ({ ...child, schemaIndex }));
    const first = ids.flatMap((id) => marked.find((child) => child.id === id) ?? []);
    return [...first, ...marked.filter((child) => !ids.includes(child.id))];
  }

  let children = mapTree(form.children, (node, path) => {
    const key = Object.keys(order).find((candidate) => candidate !== top && names(candidate, path));
    const ids = key === undefined ? undefined : order[key];
    return node.kind === 'group' && key !== undefined && ids ? { ...node, children: sorted(node.children, key, ids) } : node;
  });
  if (order[top]) children = sorted(children, top, order[top]);
  for (const key of Object.keys(order)) {
    if (!used.has(key)) openItems.push(misfit(key, 'Der Eintrag unter order passt zu keiner Gruppe des Schemas und bleibt ohne Wirkung.'));
  }
  return { form: { ...form, children }, openItems, problems: [] };
}
