import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { oldestOpen } from '../storage/delivery-leases.js';
import { countDeliveries } from '../storage/deliveries.js';
import { oldestNotice } from '../storage/notices.js';
import type { Database } from '../storage/open-database.js';
import { pausedTargets } from '../storage/targets.js';
import { openStates, waitingStates } from './delivery-state.js';

export interface Metrics {
  readonly registry: Registry;
  /** All figures as text; where the portal runs in several processes, those of all. */
  read(): Promise<string>;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly deliveries: Counter<'target' | 'outcome'>;
  readonly caseStates: Counter<'target' | 'state'>;
  readonly notices: Counter<'outcome'>;
  readonly scans: Counter<'outcome'>;
  /** 1: the scanner answers. Not there without a scanner. */
  readonly scannerUp: Gauge<'scanner'>;
  /** 1: attachments can be stored. */
  readonly storeUp: Gauge<'store'>;
}

/** Figures for Prometheus (text format 0.0.4). They hold no citizens' data: only route patterns and target names. */
export function createMetrics(
  database: Database,
  read: (registry: Registry) => Promise<string> = (registry) => registry.metrics(),
): Metrics {
  const registry = new Registry();
  age(registry, 'serviceportal_outbox_age_seconds', 'Seconds that the oldest delivery has been open; 0: none is', () =>
    oldestOpen(database, waitingStates),
  );
  age(registry, 'serviceportal_notice_age_seconds', 'Seconds that the oldest e-mail to a citizen has waited; 0: none does', () =>
    oldestNotice(database),
  );
  openDeliveries(registry, database);
  return {
    registry,
    read: () => read(registry),
    requests: new Histogram({
      name: 'serviceportal_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers: [registry],
    }),
    deliveries: new Counter({
      name: 'serviceportal_delivery_attempts_total',
      help: 'Attempts to hand over an application, by outcome',
      labelNames: ['target', 'outcome'],
      registers: [registry],
    }),
    caseStates: new Counter({
      name: 'serviceportal_case_states_total',
      help: 'News from targets about cases, by what became of them: received, accepted, rejected, closed',
      labelNames: ['target', 'state'],
      registers: [registry],
    }),
    notices: new Counter({
      name: 'serviceportal_notices_total',
      help: 'Attempts to send an e-mail to a citizen, by outcome: sent, refused, unavailable, given-up, dropped',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    scans: new Counter({
      name: 'serviceportal_scans_total',
      help: 'Uploads that were to be scanned for malware, by outcome: clean, infected, unscanned, unscannable',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    storeUp: new Gauge({
      name: 'serviceportal_attachment_store_up',
      help: 'Whether the disk or object storage takes attachments; while it is 0, uploads are refused and deliveries wait',
      labelNames: ['store'],
      registers: [registry],
      aggregator: 'min',
    }),
    scannerUp: new Gauge({
      name: 'serviceportal_scanner_up',
      help: 'Whether the malware scanner answers; while it is 0, uploads are refused',
      labelNames: ['scanner'],
      registers: [registry],
      // One process that cannot reach it is enough to be told.
      aggregator: 'min',
    }),
  };
}

/** What is not handed over yet, and which targets are left alone, found when somebody asks. All processes find the same. */
function openDeliveries(registry: Registry, database: Database): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    fill: (gauge: Gauge<Label>) => Promise<void>,
  ): void => {
    const made: Gauge<Label> = new Gauge({ name, help, labelNames, registers: [registry], aggregator: 'max', collect: () => fill(made) });
  };
  const waiting = 'Deliveries that are not acknowledged, by target and state; unclear and needs-attention wait for a person';
  gauge('serviceportal_deliveries', waiting, ['target', 'state'], async (deliveries) => {
    const rows = await countDeliveries(database, openStates);
    deliveries.reset();
    for (const { target, state, count } of rows) deliveries.set({ target, state }, count);
  });
  const age = 'Seconds that the oldest delivery to a target has been open, those that wait for a person among them';
  gauge('serviceportal_delivery_age_seconds', age, ['target'], async (ages) => {
    const rows = await countDeliveries(database, openStates);
    ages.reset();
    // The oldest comes last.
    for (const { target, oldest } of rows.sort((one, other) => (one.oldest < other.oldest ? 1 : -1)))
      ages.set({ target }, secondsSince(oldest));
  });
  const paused = 'Seconds that a target has not answered and is left alone; it is tried again by itself';
  gauge('serviceportal_target_paused_seconds', paused, ['target'], async (pauses) => {
    const rows = await pausedTargets(database);
    pauses.reset();
    for (const { name, paused_since } of rows) if (paused_since) pauses.set({ target: name }, secondsSince(paused_since));
  });
}

const secondsSince = (instant: string): number => Math.max(0, (Date.now() - Date.parse(instant)) / 1000);

/** How old the oldest row of a queue is, found when somebody asks. All processes find the same. */
function age(registry: Registry, name: string, help: string, oldest: () => Promise<string | null>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    aggregator: 'max',
    async collect() {
      const since = await oldest();
      this.set(since === null ? 0 : secondsSince(since));
    },
  });
}
