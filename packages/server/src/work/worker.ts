import type { DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import type { Municipality } from '../municipalities/municipality.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { changeLeased, claimDelivery, nextDue } from '../storage/delivery-leases.js';
import { waitingStates } from './delivery-state.js';
import { handOver } from './hand-over.js';
import { createJournal } from './journal.js';
import type { Journal } from './journal.js';
import type { Metrics } from './metrics.js';
import { openDelivery } from './open-delivery.js';
import { createPause } from './pause.js';
import type { Pause } from './pause.js';

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
  /** Seconds that one step may take. */
  readonly stepSeconds: number;
  /** Without it, the one that writes to the database and does nothing else. */
  readonly journal?: Journal;
}

/** One target and what it takes to work for it. */
interface Place extends Required<Omit<WorkerParts, 'connectors' | 'municipality'>> {
  readonly municipality: Municipality;
  readonly target: TargetConfiguration;
  readonly connector: DeliveryConnector;
  readonly pause: Pause;
  readonly stopped: AbortSignal;
}

// A lease is short and renewed while its worker lives, so that after a crash nobody waits long.
const leaseSeconds = 10;
const renewalMilliseconds = 3_000;

// Longest sleep: another process may have put something into the outbox.
const longestSleep = 5_000;

// Something is due, but as much as is allowed is under way, perhaps in another process.
const crowdedSleep = 250;

/** Hands over what is due, several at once to each target. Targets know nothing of each other: one that hangs does not hold up the others. */
export function startWorkers(parts: WorkerParts): Workers {
  const { office, municipality, connectors, journal = createJournal(office) } = parts;
  const abort = new AbortController();
  const places = municipality.targets.flatMap((target): Place[] => {
    const connector = connectors.get(target.name);
    return connector ? [{ ...parts, journal, target, connector, pause: createPause(), stopped: abort.signal }] : [];
  });
  const running = places.map(work);
  return {
    wake: () => places.forEach(({ pause }) => pause.wake()),
    async stop(graceSeconds) {
      places.forEach(({ pause }) => pause.end());
      const deadline = setTimeout(() => abort.abort(), graceSeconds * 1000);
      await Promise.all(running);
      clearTimeout(deadline);
    },
  };
}

async function work(place: Place): Promise<void> {
  const { log, target, pause, office } = place;
  const underWay = new Set<Promise<void>>();
  while (!pause.ended) {
    pause.reset();
    try {
      const owner = office.random.uuid();
      const claimed = underWay.size < target.parallel ? await claim(place, owner) : null;
      if (!claimed) await pause.sleep(underWay.size < target.parallel ? await idleTime(place) : longestSleep);
      else {
        const attempt = hold(place, claimed, owner).finally(() => {
          underWay.delete(attempt);
          pause.wake();
        });
        underWay.add(attempt);
      }
    } catch (error) {
      log.error({ err: error, target: target.name }, 'worker');
      await pause.sleep(longestSleep);
    }
  }
  await Promise.all(underWay);
}

const claim = ({ office, target }: Place, owner: string): Promise<DeliveryRow | null> => {
  const now = office.clock.now().toISOString();
  return claimDelivery(office.database, {
    target: target.name,
    owner,
    now,
    until: leaseEnd(office),
    states: waitingStates,
    atOnce: target.parallel,
  });
};

/** Hands over one delivery as far as it goes. Never throws. */
async function hold(place: Place, row: DeliveryRow, owner: string): Promise<void> {
  const { office, municipality, target, connector, journal, log, metrics, stepSeconds, stopped } = place;
  const terms = { patienceSeconds: target.patienceHours * 3600, asksStatus: connector.status !== undefined };
  const renewal = setInterval(() => {
    changeLeased(office.database, row.id, owner, { lease_until: leaseEnd(office) }).catch((error: unknown) =>
      log.error({ err: error }, 'lease'),
    );
  }, renewalMilliseconds);
  try {
    const outcome = await handOver(
      {
        journal,
        connector,
        open: (held) => openDelivery(office, municipality.sender, target, held),
        signal: () => AbortSignal.any([stopped, AbortSignal.timeout(stepSeconds * 1000)]),
      },
      { row, owner, terms },
    );
    if (outcome !== null) metrics.deliveries.inc({ target: target.name, outcome });
    log.info({ target: target.name, outcome, attempt: row.attempts + 1 }, 'delivery');
  } catch (error) {
    // What the journal says is left to whoever takes it next.
    log.error({ err: error, target: target.name }, 'delivery');
  } finally {
    clearInterval(renewal);
  }
}

const leaseEnd = (office: Office): string => later(office.clock.now(), { seconds: leaseSeconds }).toISOString();

async function idleTime({ office, target }: Place): Promise<number> {
  const now = office.clock.now();
  const due = await nextDue(office.database, { target: target.name, now: now.toISOString(), states: waitingStates });
  return due === null ? longestSleep : Math.min(longestSleep, Math.max(crowdedSleep, Date.parse(due) - now.getTime()));
}
