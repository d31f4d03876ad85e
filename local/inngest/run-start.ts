import { slotsForRun } from './concurrency.ts';
import { evaluateExpression, evaluateKey } from './expressions.ts';
import type { FunctionConfig } from './function-config.ts';
import { markOnce, readMark, saveMark } from './marks.ts';
import { endRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import { DISCOVERY, findRunningRun, queueCall, type RunEvent } from './runs.ts';
import { createUlid } from './ulids.ts';

const DAY_MS = 86_400_000;
const PRIORITY_LIMIT_SECONDS = 600;

type Start = {
  event: RunEvent;
  eventId: string;
  parent?: { runId: string; stepId: string };
};

/**
 * Starts a run of `config` unless its idempotency key, rate limit or singleton rule says no.
 * @returns the reason when it was not started
 */
export function startRun(
  context: RunnerContext,
  config: FunctionConfig,
  start: Start,
): { runId: string } | { skipped: string } {
  const { store, queue } = context;
  const { event, parent } = start;
  const skipped = skipReason(context, config, event);
  if (skipped) return { skipped };
  const runId = createUlid();
  const priorityMs = priorityOf(config, event);
  store.run(
    `insert into run (id, function_id, status, event_id, events, parent_run, parent_step, slots, priority_ms, singleton,
       started_at) values (?, ?, 'Running', ?, ?, ?, ?, ?, ?, ?, ?)`,
    runId,
    config.id,
    start.eventId,
    JSON.stringify([event]),
    parent?.runId ?? null,
    parent?.stepId ?? null,
    JSON.stringify(slotsForRun(config, event)),
    priorityMs,
    config.singleton ? singletonKey(config, event) : null,
    Date.now(),
  );
  addCancellations(context, config, runId);
  const run = findRunningRun(store, runId);
  // An event from the future starts its runs when its time has come.
  if (run) queueCall(queue, run, DISCOVERY, Math.max(throttledStart(context, config, event), event.ts));
  return { runId };
}

const singletonKey = (config: FunctionConfig, event: RunEvent) =>
  `${config.id}:${evaluateKey(config.singleton?.key, event)}`;

function skipReason(context: RunnerContext, config: FunctionConfig, event: RunEvent): string | undefined {
  const { store } = context;
  if (config.idempotency) {
    const key = `idempotency:${config.id}:${evaluateKey(config.idempotency, event)}`;
    if (!markOnce(store, key, DAY_MS)) return 'idempotency key seen in the last 24 hours';
  }
  if (config.rateLimit && !withinRate(context, config, config.rateLimit, event)) return 'rate limit reached';
  if (config.singleton) {
    const active = store.all<{ id: string }>(
      `select id from run where singleton = ? and status = 'Running'`,
      singletonKey(config, event),
    );
    if (active.length > 0 && config.singleton.mode === 'skip') return 'another run is active';
    for (const run of active) endRun(context, run.id, { status: 'Cancelled' });
  }
  return undefined;
}

function withinRate(
  context: RunnerContext,
  config: FunctionConfig,
  rule: NonNullable<FunctionConfig['rateLimit']>,
  event: RunEvent,
): boolean {
  const key = `rate:${config.id}:${evaluateKey(rule.key, event)}`;
  const nowMs = Date.now();
  const starts = ((readMark(context.store, key) as number[] | undefined) ?? []).filter(
    (startedAt) => startedAt > nowMs - rule.period,
  );
  if (starts.length >= rule.limit) return false;
  saveMark(context.store, key, [...starts, nowMs], rule.period);
  return true;
}

/**
 * When the run may start under its throttle: starts are spaced evenly over the period after an allowed burst
 * (the generic cell rate algorithm, as the Inngest server does).
 */
function throttledStart(context: RunnerContext, config: FunctionConfig, event: RunEvent): number {
  const nowMs = Date.now();
  const rule = config.throttle;
  if (!rule) return nowMs;
  const key = `throttle:${config.id}:${evaluateKey(rule.key, event)}`;
  const spacingMs = rule.period / rule.limit;
  const theoretical = Math.max(nowMs, (readMark(context.store, key) as number | undefined) ?? 0);
  const startMs = Math.max(nowMs, theoretical - (rule.burst - 1) * spacingMs);
  saveMark(context.store, key, theoretical + spacingMs, theoretical + spacingMs - nowMs);
  return startMs;
}

function priorityOf(config: FunctionConfig, event: RunEvent): number {
  if (!config.priority?.run) return 0;
  const seconds = Number(evaluateExpression(config.priority.run, { event }) ?? 0);
  if (Number.isNaN(seconds)) return 0;
  return Math.round(1000 * Math.max(-PRIORITY_LIMIT_SECONDS, Math.min(PRIORITY_LIMIT_SECONDS, seconds)));
}

function addCancellations(context: RunnerContext, config: FunctionConfig, runId: string): void {
  for (const [index, cancel] of config.cancel.entries()) {
    context.store.run(
      `insert into wait (run_id, step_id, kind, event_name, condition, expires_at) values (?, ?, 'cancel', ?, ?, ?)`,
      runId,
      `cancel-${index}`,
      cancel.event,
      cancel.if ?? null,
      cancel.timeout === undefined ? null : Date.now() + cancel.timeout,
    );
  }
}
