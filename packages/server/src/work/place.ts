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

/** Keeps the lease of a delivery as long as the work takes. What goes wrong is logged: whoever takes it next finds in the journal how it stands. */
export async function holding({ office, log, target }: Place, id: string, owner: string, work: Job): Promise<void> {
  const renewal = setInterval(() => {
    changeLeased(office.database, id, owner, { lease_until: leaseEnd(office) }).catch((error: unknown) =>
      log.error({ err: error }, 'lease'),
    );
  }, renewalMilliseconds);
  try {
    await work();
  } catch (error) {
    log.error({ err: error, target: target.name }, 'delivery');
  } finally {
    clearInterval(renewal);
  }
}

/** Aborts when the time of one step is over, or the portal stops. */
export const stepSignal = ({ stopped, stepSeconds }: Place): AbortSignal =>
  AbortSignal.any([stopped, AbortSignal.timeout(stepSeconds * 1000)]);
