import type { DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import type { Municipality } from '../municipalities/municipality.js';
import { changeLeased } from '../storage/delivery-leases.js';
import type { Journal } from './journal.js';
import type { Metrics } from './metrics.js';

/** One target, and what it takes to work for it. */
export interface Place {
  readonly office: Office;
  readonly municipality: Municipality;
  readonly target: TargetConfiguration;
  readonly connector: DeliveryConnector;
  readonly journal: Journal;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Seconds that one step, or question, may take. */
  readonly stepSeconds: number;
  /** The portal stops. */
  readonly stopped: AbortSignal;
}

/** Something to do at a target, with the delivery that was taken for it. Never throws. */
export type Job = () => Promise<void>;

// A lease is short and renewed while its worker lives, so that after a crash nobody waits long.
const leaseSeconds = 10;
const renewalMilliseconds = 3_000;

export const leaseEnd = (office: Office): string => later(office.clock.now(), { seconds: leaseSeconds }).toISOString();

/**
 * Keeps the lease of a delivery as long as the work takes. What goes wrong is logged: whoever takes it next finds in the journal how it stands.
 *
 * @param work its signal aborts when the lease was lost: another worker goes on, and what is under way here must not.
 */
export async function holding(
  { office, log, target }: Place,
  id: string,
  owner: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const renew = async (): Promise<void> => {
    if (!(await changeLeased(office.database, id, owner, { lease_until: leaseEnd(office) }))) lost.abort();
  };
  const renewal = setInterval(() => {
    renew().catch((error: unknown) => log.error({ err: error }, 'lease'));
  }, renewalMilliseconds);
  try {
    await work(lost.signal);
  } catch (error) {
    log.error({ err: error, target: target.name }, 'delivery');
  } finally {
    clearInterval(renewal);
  }
}

/** Aborts when the time of one step is over, the lease is lost, or the portal stops. */
export const stepSignal = ({ stopped, stepSeconds }: Place, lost: AbortSignal): AbortSignal =>
  AbortSignal.any([stopped, lost, AbortSignal.timeout(stepSeconds * 1000)]);
