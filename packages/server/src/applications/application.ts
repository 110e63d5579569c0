import type { ApplicationState, Evaluation } from '@serviceportal/form-engine';
import { applicationStates, evaluate } from '@serviceportal/form-engine';
import type { ApplicationRow } from '../storage/applications.js';
import { unseal } from '../storage/sealing.js';
import type { Content } from './content.js';
import { contentFrom } from './content.js';
import { dayOf } from './day-of.js';
import type { Office } from './office.js';
import type { RunningService } from './running-service.js';

/** A submitted application, opened with the key of the municipality. */
export interface Application {
  readonly row: ApplicationRow;
  readonly state: ApplicationState;
  readonly service: RunningService;
  readonly content: Content;
  readonly evaluation: Evaluation;
}

/** @throws ApplicationUnreadable if the key is another, the row was changed, or its package is not there */
export async function openApplication(office: Pick<Office, 'key' | 'services' | 'land'>, row: ApplicationRow): Promise<Application> {
  const plain = unseal(row.sealed, applicationKey(office, row), row.id);
  if (!plain) throw new ApplicationUnreadable('The content of this application was changed or damaged.');
  const service = await office.services.byDigest(row.package_digest);
  if (!service) throw new ApplicationUnreadable(`The package ${row.package_digest} of this application is missing in the database.`);
  const content = contentFrom(plain);
  // What was asked on the day it was submitted, not today.
  const today = dayOf(new Date(row.submitted_at));
  return { row, state: stateOf(row), service, content, evaluation: evaluate(service.form, content.answers, { land: office.land, today }) };
}

/** The key of an application, which opens its content and letters. @throws ApplicationUnreadable */
export function applicationKey(office: Pick<Office, 'key'>, row: ApplicationRow): Uint8Array {
  const key = office.key.open(row.wrapped_key, row.id);
  if (!key) throw new ApplicationUnreadable('The key of the municipality does not open this application. Was `data/key` replaced?');
  return key;
}

export function stateOf(row: { readonly state: string }): ApplicationState {
  const state = applicationStates.find((known) => known === row.state);
  if (!state) throw new ApplicationUnreadable(`Unknown state "${row.state}": the database was written by a newer version.`);
  return state;
}

export class ApplicationUnreadable extends Error {
  override readonly name = 'ApplicationUnreadable';
  readonly code = 'application-unreadable';
}
