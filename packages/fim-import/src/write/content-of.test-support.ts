import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';

/** The model without the places in the file from which it was read. */
export const contentOf = (schema: Stammdatenschema): unknown =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === 'place' || key === 'textPlace' ? undefined : value)));
