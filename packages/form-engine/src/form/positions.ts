import type { FormNode } from './form-node.js';
import type { Position } from './form.js';

interface GrowingPosition extends Position {
  readonly children: GrowingPosition[];
}

/** Lays the tree of elements out as positions, in document order. */
export function positionsOf(nodes: readonly FormNode[]): { positions: Position[]; roots: Position[] } {
  const positions: Position[] = [];

  function place(node: FormNode, parent: GrowingPosition | null): GrowingPosition {
    const repeated = node.max !== 1;
    const position = {
      index: positions.length,
      node,
      path: parent ? `${parent.path}/${node.id}` : node.id,
      parent,
      children: [] as GrowingPosition[],
      repeated,
      repeats: parent?.repeats ?? [],
    };
    if (repeated) position.repeats = [...position.repeats, position];
    positions.push(position);
    if (node.kind === 'group') for (const child of node.children) position.children.push(place(child, position));
    return position;
  }

  return { positions, roots: nodes.map((node) => place(node, null)) };
}
