import type { Position } from './form.js';

/** Elements in the order of the schema, whatever order the overlay shows them in: what is handed over follows the schema. */
export function inSchemaOrder(positions: readonly Position[]): readonly Position[] {
  if (positions.every(({ node }) => node.schemaIndex === undefined)) return positions;
  return positions
    .map((position, index) => ({ position, place: position.node.schemaIndex ?? index }))
    .sort((a, b) => a.place - b.place)
    .map(({ position }) => position);
}
