import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from './plan.ts';

/**
 * One child process that is kept alive. The child says `{type:'ready'}` over IPC when it answers, and ends itself when the
 * channel closes, so that nothing outlives a launcher that was killed.
 */
export type SupervisedChild = {
  name: string;
  /** Resolves at the first `ready`; rejects when the child could not start at all. */
  ready: Promise<void>;
  /** SIGTERM, then SIGKILL after `graceMs`. Safe to call twice. */
  stop: () => Promise<void>;
};

const FIRST_RESTART_DELAY_MS = 100;
const LONGEST_RESTART_DELAY_MS = 5_000;
/** Exit code a child uses when trying again is useless: a taken port, a wrong configuration. */
export const FATAL_EXIT_CODE = 78;
const STARTS_BEFORE_GIVING_UP = 4;

export function superviseChild(options: {
  name: string;
  file: string;
  environment: Record<string, string | undefined>;
  /** Folder that holds `<name>.pid` while the child runs. */
  pidDir: string;
  log: (line: string) => void;
  graceMs?: number;
}): SupervisedChild {
  const { name, file, environment, pidDir, log, graceMs = 8_000 } = options;
  const pidFile = path.join(pidDir, `${name}.pid`);
  mkdirSync(pidDir, { recursive: true });
  let child: ChildProcess | undefined;
  let stopping = false;
  let wasReady = false;
  const { promise: ready, resolve: markReady, reject: markFailed } = Promise.withResolvers<void>();
  // A launcher that stops before anybody awaited this must not die of an unhandled rejection.
  ready.catch(() => undefined);

  const keepAlive = async () => {
    let failures = 0;
    while (!stopping) {
      const startedAt = Date.now();
      child = fork(file, {
        env: environment as NodeJS.ProcessEnv,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      if (child.pid !== undefined) writeFileSync(pidFile, `${child.pid}\n`);
      child.on('message', (message) => {
        if (isReadyMessage(message)) {
          wasReady = true;
          markReady();
        }
      });
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      rmSync(pidFile, { force: true });
      if (stopping) return;
      failures = Date.now() - startedAt > 30_000 ? 1 : failures + 1;
      if (!wasReady && (code === FATAL_EXIT_CODE || failures >= STARTS_BEFORE_GIVING_UP)) {
        markFailed(
          new LaunchError(`${name} could not start (exit code ${code ?? signal}). The reason is above.`),
        );
        return;
      }
      const delayMs = Math.min(FIRST_RESTART_DELAY_MS * 2 ** (failures - 1), LONGEST_RESTART_DELAY_MS);
      log(`${name} ended (${signal ?? `exit code ${code}`}); starting it again`);
      await sleep(delayMs);
    }
  };
  const running = keepAlive().catch(markFailed);

  return {
    name,
    ready,
    stop: async () => {
      stopping = true;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const ended = await Promise.race([running.then(() => true), sleep(graceMs, false, { ref: false })]);
      if (!ended) child.kill('SIGKILL');
      await running;
    },
  };
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
