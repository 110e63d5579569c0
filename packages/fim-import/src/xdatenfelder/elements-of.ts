import type { Datenfeld } from './datenfeld.js';
import type { Datenfeldgruppe, Stammdatenschema, Struktur } from './stammdatenschema.js';

/** The schema itself and every group and field of it, as often as they stand there. */
export const elementsOf = (schema: Stammdatenschema): readonly (Stammdatenschema | Datenfeldgruppe | Datenfeld)[] => [
  schema,
  ...below(schema.struktur),
];

const below = (struktur: readonly Struktur[]): readonly Struktur['enthaelt'][] =>
  struktur.flatMap(({ enthaelt }) => [enthaelt, ...(enthaelt.art === 'datenfeldgruppe' ? below(enthaelt.struktur) : [])]);
