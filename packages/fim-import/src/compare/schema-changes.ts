import { germanDate } from '@serviceportal/form-engine';
import { statusIn2, statusNames } from '../convert/convert-status.js';
import { type Message, say } from '../language.js';
import type { Freigabestatus } from '../xdatenfelder/angaben.js';
import { canonicalIds } from './canonical-ids.js';
import type { Change } from './change.js';
import { normChanges } from './norm-changes.js';
import { rewritten } from './rewritten.js';
import { sameVersion } from './same-version.js';
import type { Side } from './side.js';
import { quoted } from './wording.js';

type Schema = Side['schema'];

/** What the schemas say about themselves. */
export function schemaChanges(old: Side, now: Side): readonly Change[] {
  const [before, after] = [old.schema, now.schema];
  const found: Change[] = [];
  const report = (audience: Change['audience'], message: string, from?: unknown, to?: unknown): void => {
    found.push({ kind: 'schema', audience, message, places: [], before: from, after: to });
  };
  if (before.bezeichnung !== after.bezeichnung) {
    const [from, to] = [before.bezeichnung, after.bezeichnung];
    const message = {
      de: `Der Antrag heißt jetzt ${quoted(to)}, bisher ${quoted(from)}.`,
      en: `The application is now called ${quoted(to)}, before ${quoted(from)}.`,
    };
    report('citizen', say(message), from, to);
  }
  if ((before.hilfetext ?? '') !== (after.hilfetext ?? '')) {
    const message = `${say({ de: 'Der Hilfetext des Schemas', en: 'The help text of the schema' })} ${rewritten(before.hilfetext, after.hilfetext)}.`;
    found.push({ kind: 'text', audience: 'citizen', message, places: [], before: before.hilfetext, after: after.hilfetext });
  }
  const norms = normChanges(before.bezug, after.bezug);
  if (norms !== undefined)
    found.push({
      kind: 'legal-basis',
      audience: 'clerk',
      message: `${say({ de: 'Das Schema:', en: 'The schema:' })} ${norms}`,
      places: [],
    });
  if (!sameStatus(before, after)) {
    const [from, to] = [status(before), status(after)];
    report(
      'author',
      say({ de: `Der Freigabestatus ist jetzt ${to}, bisher ${from}.`, en: `The release state is now ${to}, before ${from}.` }),
      before.freigabestatus,
      after.freigabestatus,
    );
  }
  for (const { label, from, to } of validity(before, after)) {
    const [was, is] = [day(from), day(to)];
    report(
      'author',
      say({ de: `${label.de}: jetzt ${is.de}, bisher ${was.de}.`, en: `${label.en}: now ${is.en}, before ${was.en}.` }),
      from,
      to,
    );
  }
  found.push(...identity(before, after));
  return found;
}

/** Version 2 knows fewer states. */
const sameStatus = (before: Schema, after: Schema): boolean =>
  before.fassung === after.fassung
    ? before.freigabestatus === after.freigabestatus
    : inTwo(before.freigabestatus) === inTwo(after.freigabestatus);

const inTwo = (given: Freigabestatus | undefined): Freigabestatus | undefined => (/^\d$/.test(given ?? '') ? statusIn2(given) : given);

const status = ({ freigabestatus }: Schema): string =>
  freigabestatus === undefined ? say({ de: 'unbekannt', en: 'unknown' }) : quoted(statusNames[freigabestatus] ?? freigabestatus);

const validity = (before: Schema, after: Schema): readonly { label: Message; from: string | undefined; to: string | undefined }[] =>
  [
    { label: { de: 'Gültig ab', en: 'Valid from' }, from: before.gueltigAb, to: after.gueltigAb },
    { label: { de: 'Gültig bis', en: 'Valid until' }, from: before.gueltigBis, to: after.gueltigBis },
  ].filter(({ from, to }) => from !== to);

function day(date: string | undefined): Message {
  if (date === undefined) return { de: 'ohne Angabe', en: 'not stated' };
  return { de: /^\d{4}-\d{2}-\d{2}$/.test(date) ? germanDate(date) : date, en: date };
}

function identity(before: Schema, after: Schema): readonly Change[] {
  const change = (message: string, from: string | undefined, to: string | undefined): Change => ({
    kind: 'schema',
    audience: 'author',
    message,
    places: [],
    before: from,
    after: to,
  });
  const version = (schema: Schema): string => schema.version ?? say({ de: 'Arbeitskopie', en: 'working copy' });
  const found: Change[] = [];
  if (canonicalIds(before.id) !== canonicalIds(after.id))
    found.push(
      change(
        say({
          de: `Das sind zwei verschiedene Schemas: ${before.id} und ${after.id}.`,
          en: `These are two different schemas: ${before.id} and ${after.id}.`,
        }),
        before.id,
        after.id,
      ),
    );
  else if (!sameVersion(before.version, after.version))
    found.push(
      change(
        say({
          de: `Das Schema hat die Version ${version(after)} statt ${version(before)}.`,
          en: `The schema has version ${version(after)} instead of ${version(before)}.`,
        }),
        before.version,
        after.version,
      ),
    );
  if (before.fassung !== after.fassung)
    found.push(
      change(
        say({
          de: `Das Schema ist in XDatenfelder ${after.fassung} statt ${before.fassung} geschrieben. Alle Ids haben drei Ziffern ${after.fassung === '2.0' ? 'weniger' : 'mehr'}; Pfade in Entwürfen, Ausgaben und im Dienst passen nicht mehr.`,
          en: `The schema is written in XDatenfelder ${after.fassung} instead of ${before.fassung}. All ids have three digits ${after.fassung === '2.0' ? 'less' : 'more'}; paths in drafts, outputs and the service package no longer fit.`,
        }),
        before.fassung,
        after.fassung,
      ),
    );
  return found;
}
