import type { Actor, ApplicationEventType } from '@serviceportal/form-engine';
import { transition } from '@serviceportal/form-engine';
import type { Kysely } from 'kysely';
import { findApplication, moveApplication } from '../storage/applications.js';
import { appendEvent } from '../storage/events.js';
import type { Tables } from '../storage/tables.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { stateOf } from './application.js';
import type { Office } from './office.js';
import { tellWithin } from './tell.js';

/** Who caused a change: the lifecycle knows the kind, the event log the name. */
export interface Causer {
  readonly actor: Actor;
  /** Account of the clerk. */
  readonly account?: string;
}

/**
 * Moves an application to its next state and notes it, in one transaction. Null: there is no such application, or somebody
 * else changed it at the same moment. @throws LifecycleError where the state or the actor does not allow it
 */
export async function changeState(
  office: Office,
  id: string,
  event: ApplicationEventType,
  by: Causer,
  data: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const state = await oneAtATime(office.database, id, (transaction) => changeStateWithin(office, transaction, id, event, by, data));
  office.wake();
  return state;
}

/** The same as part of a larger transaction. */
export async function changeStateWithin(
  office: Office,
  database: Kysely<Tables>,
  id: string,
  event: ApplicationEventType,
  { actor, account }: Causer,
  data: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const row = await findApplication(database, id);
  if (!row) return null;
  const { state } = transition(stateOf(row), { type: event, actor });
  const at = office.clock.now().toISOString();
  if (!(await moveApplication(database, id, row.state, { state, updated_at: at }))) return null;
  const name = account === undefined ? actor : `${actor}:${account}`;
  await appendEvent(database, id, { at, kind: event, actor: name, data: { ...data, from: row.state, state } });
  await tellWithin(office, database, id, event, { actor });
  return state;
}
