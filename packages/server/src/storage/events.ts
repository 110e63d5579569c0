import type { Kysely, Selectable } from 'kysely';
import { prepared } from './prepared.js';
import type { EventsTable, Instant, Tables } from './tables.js';

export interface ApplicationEvent {
  readonly at: Instant;
  readonly kind: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}

const append = prepared<Omit<Selectable<EventsTable>, 'id'>>((database, value) =>
  database.insertInto('events').values({
    application_id: value('application_id'),
    at: value('at'),
    kind: value('kind'),
    actor: value('actor'),
    data: value('data'),
  }),
);

export async function appendEvent(database: Kysely<Tables>, applicationId: string, event: ApplicationEvent): Promise<void> {
  const { at, kind, actor } = event;
  await append(database, { application_id: applicationId, at, kind, actor, data: JSON.stringify(event.data) });
}

/** Oldest first. */
export async function eventsOf(database: Kysely<Tables>, applicationId: string): Promise<ApplicationEvent[]> {
  const rows = await database.selectFrom('events').selectAll().where('application_id', '=', applicationId).orderBy('id').execute();
  return rows.map(fromRow);
}

function fromRow(row: Selectable<EventsTable>): ApplicationEvent {
  const data = JSON.parse(row.data) as ApplicationEvent['data'];
  return { at: row.at, kind: row.kind, actor: row.actor, data };
}
