import type { FormNode, GroupNode } from '../../form/form-node.js';

/** Replaces each node, from the leaves up; `null` removes it. */
export function mapTree(nodes: readonly FormNode[], change: (node: FormNode, path: string) => FormNode | null, around = ''): FormNode[] {
  return nodes.flatMap((node) => {
    const path = around === '' ? node.id : `${around}/${node.id}`;
    const changed = change(node.kind === 'group' ? { ...node, children: mapTree(node.children, change, path) } : node, path);
    return changed ? [changed] : [];
  });
}

export interface PlacedNode {
  readonly path: string;
  readonly node: FormNode;
  /** The groups around it, outermost first. */
  readonly around: readonly GroupNode[];
}

/** Every node with its path, in document order. */
export function listTree(nodes: readonly FormNode[], around: readonly GroupNode[] = []): PlacedNode[] {
  return nodes.flatMap((node) => {
    const path = [...around, node].map(({ id }) => id).join('/');
    const below = node.kind === 'group' ? listTree(node.children, [...around, node]) : [];
    return [{ path, node, around }, ...below];
  });
}

/** Does an overlay key name this element? A key with `/` is a path; one without is an id and means the element everywhere. */
export const names = (key: string, path: string): boolean => (key.includes('/') ? path === key : path === key || path.endsWith(`/${key}`));
