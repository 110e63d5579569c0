import type { DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import type { Municipality } from '../municipalities/municipality.js';
import { changeLeased, claimDelivery, nextDue, releaseLeases } from '../storage/delivery-leases.js';
import { buildDelivery } from './build-delivery.js';
import { handOver } from './hand-over.js';
import type { Metrics } from './metrics.js';
import { createPause } from './pause.js';
import type { Pause } from './pause.js';
import { waitingStates } from './waiting-states.js';

export interface Workers {
  /** Looks for work at once. */
  wake(): void;
  /** Lets running attempts end for `graceSeconds`, then aborts them and gives back what is held. */
  stop(graceSeconds: number): Promise<void>;
}

export interface WorkerParts {
  readonly office: Office;
  readonly municipality: Municipality;
  /** By target name. */
  readonly connectors: ReadonlyMap<string, DeliveryConnector>;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Seconds that one attempt may take. */
  readonly attemptSeconds: number;
}

// A lease is short and renewed while its worker lives, so that after a crash nobody waits long.
const leaseSeconds = 10;
const renewalMilliseconds = 3_000;

// Longest sleep: another process may have put something into the outbox.
const longestSleep = 5_000;

/** Hands over what is due. Each target has a worker of its own, so that one that hangs does not hold up the others. */
export function startWorkers(parts: WorkerParts): Workers {
  const { office } = parts;
  const owner = office.random.uuid();
  const abort = new AbortController();
  const pauses = [...parts.connectors.keys()].map((target) => ({ target, pause: createPause() }));
  const running = pauses.map(({ target, pause }) => work(parts, target, owner, pause, abort.signal));
  return {
    wake: () => pauses.forEach(({ pause }) => pause.wake()),
    async stop(graceSeconds) {
      pauses.forEach(({ pause }) => pause.end());
      const deadline = setTimeout(() => abort.abort(), graceSeconds * 1000);
      await Promise.all(running);
      clearTimeout(deadline);
      await releaseLeases(office.database, owner);
    },
  };
}

async function work(parts: WorkerParts, target: string, owner: string, pause: Pause, stopped: AbortSignal): Promise<void> {
  while (!pause.ended) {
    pause.reset();
    try {
      if (!(await step(parts, target, owner, stopped))) await pause.sleep(await idleTime(parts.office, target));
    } catch (error) {
      parts.log.error({ err: error, target }, 'worker');
      await pause.sleep(longestSleep);
    }
  }
}

/** One delivery. False: nothing is due. */
async function step(parts: WorkerParts, targetName: string, owner: string, stopped: AbortSignal): Promise<boolean> {
  const { office, connectors, municipality, log, metrics, attemptSeconds } = parts;
  const target = municipality.target(targetName);
  const connector = connectors.get(targetName);
  if (!target || !connector) return false;
  const now = office.clock.now().toISOString();
  const claim = { target: targetName, owner, now, until: leaseEnd(office), states: waitingStates };
  const claimed = await claimDelivery(office.database, claim);
  if (!claimed) return false;
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(attemptSeconds * 1000)]);
  const build = () => buildDelivery(office, municipality.sender, target, claimed);
  const renewal = setInterval(() => {
    changeLeased(office.database, claimed.id, owner, { lease_until: leaseEnd(office) }).catch((error: unknown) =>
      log.error({ err: error }, 'lease'),
    );
  }, renewalMilliseconds);
  const outcome = await handOver(office, owner, claimed, connector, build, signal).finally(() => clearInterval(renewal));
  if (outcome !== null) metrics.deliveries.inc({ target: targetName, outcome });
  log.info({ target: targetName, outcome, attempt: claimed.attempts + 1 }, 'delivery');
  return true;
}

const leaseEnd = (office: Office): string => later(office.clock.now(), { seconds: leaseSeconds }).toISOString();

async function idleTime(office: Office, target: string): Promise<number> {
  const now = office.clock.now();
  const due = await nextDue(office.database, { target, now: now.toISOString(), states: waitingStates });
  return due === null ? longestSleep : Math.min(longestSleep, Math.max(50, Date.parse(due) - now.getTime()));
}
