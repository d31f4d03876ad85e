import { Cron } from 'croner';
import { splitCron } from './function-config.ts';
import { markOnce } from './marks.ts';
import { startRun } from './run-start.ts';
import type { RunnerContext } from './runner-context.ts';

const TICK_REMEMBERED_MS = 3_600_000;

/** Starts the functions with a cron trigger. Ticks that pass while the runner is down are not made up for. */
export class CronSchedules {
  readonly #context: RunnerContext;
  #crons: Cron[] = [];

  constructor(context: RunnerContext) {
    this.#context = context;
  }

  /** Follows the functions registered now. */
  reload(): void {
    this.stop();
    for (const config of this.#context.registry.functions) {
      for (const trigger of config.triggers) {
        if (!('cron' in trigger)) continue;
        const { pattern, timezone } = splitCron(trigger.cron);
        const onError = (error: unknown) =>
          this.#context.log.error({ function: config.id, error: String(error) }, 'cron failed');
        this.#crons.push(
          new Cron(pattern, { timezone, catch: onError }, (cron: Cron) =>
            this.#tick(config.id, trigger.cron, cron.currentRun() ?? new Date()),
          ),
        );
      }
    }
  }

  stop(): void {
    for (const cron of this.#crons) cron.stop();
    this.#crons = [];
  }

  #tick(functionId: string, pattern: string, firedAt: Date): void {
    const { store, registry } = this.#context;
    const config = registry.find(functionId);
    if (!config) return;
    // Timers may fire some milliseconds late; the tick is the whole second.
    const ts = Math.floor(firedAt.getTime() / 1000) * 1000;
    const fireAt = new Date(ts).toISOString();
    store.transaction(() => {
      if (!markOnce(store, `cron:${functionId}:${pattern}:${fireAt}`, TICK_REMEMBERED_MS)) return;
      const data = { cron: pattern, fireAt, scheduledAt: fireAt };
      const event = { name: 'inngest/scheduled.timer', data, id: fireAt, ts };
      startRun(this.#context, config, { event, eventId: fireAt });
    });
  }
}
