import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly deliveries: Counter<'target' | 'outcome'>;
  /** Seconds since the oldest application that is not handed over yet was submitted; 0: none waits. */
  readonly outboxAge: Gauge;
}

/** Figures for Prometheus (text format 0.0.4). They hold no citizens' data: only route patterns and target names. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  return {
    registry,
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
    outboxAge: new Gauge({
      name: 'serviceportal_outbox_age_seconds',
      help: 'Seconds that the oldest delivery has been open',
      registers: [registry],
    }),
  };
}
