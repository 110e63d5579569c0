import type { Position } from '../form/form.js';

/**
 * Finds the position of `self.G….F…`, read from the rule's owner (null: the schema itself). FIM writes some ids without
 * the groups between: then the only descendant with that id counts; null where there is none or more than one.
 */
export function resolveIdentifier(identifier: string, owner: Position | null, roots: readonly Position[]): Position | null {
  const [self, ...ids] = identifier.split('.');
  if (self !== 'self') return null;
  if (ids.length === 0) return owner;
  let level: readonly Position[] = owner ? owner.children : roots;
  let found: Position | null = null;
  for (const id of ids) {
    found = level.find((position) => position.node.id === id) ?? onlyDescendant(id, level);
    if (!found) return null;
    level = found.children;
  }
  return found;
}

function onlyDescendant(id: string, level: readonly Position[]): Position | null {
  const matches: Position[] = [];
  const search = (positions: readonly Position[]): void => {
    for (const position of positions) {
      if (position.node.id === id) matches.push(position);
      search(position.children);
    }
  };
  search(level);
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
