import type { Kysely, Selectable } from 'kysely';
import type { EventsTable, Instant, Tables } from './tables.js';

export interface ApplicationEvent {
  readonly at: Instant;
  readonly kind: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}

export async function appendEvent(database: Kysely<Tables>, applicationId: string, event: ApplicationEvent): Promise<void> {
  await database
    .insertInto('events')
    .values({ application_id: applicationId, at: event.at, kind: event.kind, actor: event.actor, data: JSON.stringify(event.data) })
    .execute();
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
