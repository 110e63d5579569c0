import type { Change } from './change.js';
import { canonicalIds } from './canonical-ids.js';
import { normChanges } from './norm-changes.js';
import type { Side } from './side.js';
import { quoted } from './wording.js';

/** What the schemas say about themselves. */
export function schemaChanges(old: Side, now: Side): readonly Change[] {
  const [before, after] = [old.schema, now.schema];
  const found: Change[] = [];
  const report = (audience: Change['audience'], message: string, from?: unknown, to?: unknown): void => {
    found.push({ kind: 'schema', audience, message, places: [], before: from, after: to });
  };
  const version = (schema: Side['schema']): string => schema.version ?? 'Arbeitskopie';
  if (before.bezeichnung !== after.bezeichnung)
    report(
      'citizen',
      `Der Antrag heißt jetzt ${quoted(after.bezeichnung)}, bisher ${quoted(before.bezeichnung)}.`,
      before.bezeichnung,
      after.bezeichnung,
    );
  const norms = normChanges(before.bezug, after.bezug);
  if (norms !== undefined) found.push({ kind: 'legal-basis', audience: 'clerk', message: `Das Schema: ${norms}`, places: [] });
  if (before.freigabestatus !== after.freigabestatus)
    report(
      'author',
      `Der Freigabestatus ist jetzt ${after.freigabestatus ?? 'unbekannt'}, bisher ${before.freigabestatus ?? 'unbekannt'}.`,
    );
  if (canonicalIds(before.id) !== canonicalIds(after.id))
    report('author', `Das sind zwei verschiedene Schemas: ${before.id} und ${after.id}.`, before.id, after.id);
  else if (before.version !== after.version)
    report('author', `Das Schema hat die Version ${version(after)} statt ${version(before)}.`, before.version, after.version);
  if (before.fassung !== after.fassung)
    report(
      'author',
      `Das Schema ist in XDatenfelder ${after.fassung} statt ${before.fassung} geschrieben. Alle Ids haben ${after.fassung === '2.0' ? 'drei Ziffern weniger' : 'drei Ziffern mehr'}; Pfade in Entwürfen, Ausgaben und im Dienst passen nicht mehr.`,
      before.fassung,
      after.fassung,
    );
  return found;
}
