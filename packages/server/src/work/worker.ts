import type { DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import type { Office } from '../applications/office.js';
import type { Municipality } from '../municipalities/municipality.js';
import { nextJob, nextTime } from './jobs.js';
import { createJournal } from './journal.js';
import type { Journal } from './journal.js';
import type { Metrics } from './metrics.js';
import { createPause } from './pause.js';
import type { Pause } from './pause.js';
import type { Place } from './place.js';

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

// Longest sleep: another process may have put something into the outbox.
const longestSleep = 5_000;

// Something is due, but as much as is allowed is under way, perhaps in another process.
const crowdedSleep = 250;

/** Works for all targets, several deliveries at once for each. Targets know nothing of each other: one that hangs does not hold up the others. */
export function startWorkers(parts: WorkerParts): Workers {
  const { office, municipality, connectors, journal = createJournal(office) } = parts;
  const abort = new AbortController();
  const places = municipality.targets.flatMap((target): (Place & { readonly pause: Pause })[] => {
    const connector = connectors.get(target.name);
    return connector ? [{ ...parts, journal, target, connector, pause: createPause(), stopped: abort.signal }] : [];
  });
  const running = places.map((place) => work(place, place.pause));
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

async function work(place: Place, pause: Pause): Promise<void> {
  const underWay = new Set<Promise<void>>();
  while (!pause.ended) {
    pause.reset();
    try {
      const isFull = underWay.size >= place.target.parallel;
      const job = isFull ? null : await nextJob(place);
      if (!job) {
        await pause.sleep(isFull ? longestSleep : await idleTime(place));
        continue;
      }
      const running = job().finally(() => {
        underWay.delete(running);
        pause.wake();
      });
      underWay.add(running);
    } catch (error) {
      place.log.error({ err: error, target: place.target.name }, 'worker');
      await pause.sleep(longestSleep);
    }
  }
  await Promise.all(underWay);
}

async function idleTime(place: Place): Promise<number> {
  const next = await nextTime(place);
  const now = place.office.clock.now().getTime();
  return next === null ? longestSleep : Math.min(longestSleep, Math.max(crowdedSleep, Date.parse(next) - now));
}
