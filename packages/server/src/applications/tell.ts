import type { ApplicationEventType } from '@serviceportal/form-engine';
import type { Kysely } from 'kysely';
import { findMailAddress } from '../storage/mail-addresses.js';
import { insertNotice, noticesOf } from '../storage/notices.js';
import type { Tables } from '../storage/tables.js';
import type { Causer } from './change-state.js';
import type { Office } from './office.js';

const told: readonly ApplicationEventType[] = ['request-information', 'decide', 'close', 'withdraw', 'expire'];

/**
 * Puts a message into the outbox for who applied, if something happened that they did not do themselves and want to know, as part of a
 * transaction. Where one still waits, it is enough: all of them say that there is something new.
 */
export async function tellWithin(
  office: Office,
  database: Kysely<Tables>,
  applicationId: string,
  event: ApplicationEventType,
  { actor }: Causer,
): Promise<void> {
  if (!office.notifies || actor === 'citizen' || !told.includes(event)) return;
  const address = await findMailAddress(database, applicationId);
  if (!address || address.confirmed_at === null) return;
  const waiting = (await noticesOf(database, applicationId)).some(({ kind, state }) => kind === 'news' && state === 'pending');
  if (waiting) return;
  const at = office.clock.now().toISOString();
  await insertNotice(database, { id: office.random.uuid(), applicationId, kind: 'news', at });
}
