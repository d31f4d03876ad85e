import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What this web process counts, for Prometheus. Next may load a module more than once in one process; the registry is one
 * all the same, and so its names are registered once.
 */
export type Metrics = {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  steps: Histogram<'step' | 'outcome'>;
  openStreams: Gauge;
  problems: Counter<'code'>;
  jobs: Gauge<'status'>;
  oldestWaiting: Gauge;
  providerCircuits: Gauge<'provider'>;
  providerCalls: Gauge<'provider'>;
};

const PREFIX = 'storyloom_';
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const STEP_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180, 600];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  return {
    registry,
    requests: new Histogram({
      name: `${PREFIX}http_request_duration_seconds`,
      help: 'Time until the answer of an API call began.',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    steps: new Histogram({
      name: `${PREFIX}step_duration_seconds`,
      help: 'Time that one durable step worked, repeats included.',
      labelNames: ['step', 'outcome'],
      buckets: STEP_BUCKETS,
      registers,
    }),
    openStreams: new Gauge({
      name: `${PREFIX}open_event_streams`,
      help: 'Event streams that are open now.',
      registers,
    }),
    problems: new Counter({
      name: `${PREFIX}problems_total`,
      help: 'Requests that were answered with a problem, by its code.',
      labelNames: ['code'],
      registers,
    }),
    jobs: new Gauge({
      name: `${PREFIX}jobs`,
      help: 'Jobs in the database by status, of all web processes.',
      labelNames: ['status'],
      registers,
    }),
    oldestWaiting: new Gauge({
      name: `${PREFIX}oldest_pending_job_seconds`,
      help: 'How long the job that has waited longest has been waiting; 0 when none waits.',
      registers,
    }),
    providerCircuits: new Gauge({
      name: `${PREFIX}provider_circuit_open`,
      help: 'Whether an AI service is left alone because it kept failing: 1 open, 0.5 one call tries, 0 closed. Of all web processes.',
      labelNames: ['provider'],
      registers,
    }),
    providerCalls: new Gauge({
      name: `${PREFIX}provider_calls_under_way`,
      help: 'Calls of an AI service that are under way, of all web processes.',
      labelNames: ['provider'],
      registers,
    }),
  };
}

const KEY = Symbol.for('storyloom.metrics');

export function getMetrics(): Metrics {
  const holder = globalThis as { [KEY]?: Metrics };
  holder[KEY] ??= createMetrics();
  return holder[KEY];
}
