import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import type { Fassung } from '../xdatenfelder/angaben.js';
import type { Nachrichtenkopf, ReadSchema } from '../xdatenfelder/schema-message.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { convertAll } from './convert-struktur.js';
import { type CodelistBeside, ExtractedLists } from './extract-werte.js';
import { latinTexts } from './latin-texts.js';
import { type Loss, Losses } from './losses.js';
import { ToVersion2 } from './to-version-2.js';
import { ToVersion3 } from './to-version-3.js';

export interface ConvertedSchema {
  readonly schema: Stammdatenschema;
  readonly kopf: Nachrichtenkopf;
  /** Lists that the schema of version 2 needs beside it. */
  readonly codelists: readonly CodelistBeside[];
  readonly losses: readonly Loss[];
}

/**
 * A schema in another version of the standard. In its own version it stays as it is.
 * @param codelists lists at hand: version 3 takes FIM's own into the schema
 * @param now ISO 8601, for messages that do not say when they were made
 */
export function convertSchema(read: ReadSchema, to: Fassung, codelists: ResolvedCodelists, now: string): ConvertedSchema {
  const { schema } = read;
  const kopf = { ...read.kopf, erstellungszeitpunkt: read.kopf?.erstellungszeitpunkt ?? now };
  if (schema.fassung === to) return { schema, kopf, codelists: [], losses: [] };
  const losses = new Losses();
  const lists = new ExtractedLists();
  const conversion = to === '2.0' ? new ToVersion2(losses, lists) : new ToVersion3(losses, codelists, kopf.erstellungszeitpunkt);
  const converted = convertAll(latinTexts(schema, losses), conversion);
  return { schema: converted, kopf, codelists: lists.list(), losses: losses.list() };
}
