import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import { unpackWorkerError } from './worker-error.ts';

/**
 * CPU work (pictures, voices, music, film frames) runs in worker threads so that the web process keeps answering.
 *
 * A task is a file `lib/**\/<name>.worker.ts` whose default export takes one structured-cloneable input. Node strips its
 * types itself, so a worker file and everything it imports must use relative imports with the `.ts` extension, only
 * erasable TypeScript, no `@/` alias and no `server-only`.
 */
let pool: Piscina | undefined;

function getPool(): Piscina {
  pool ??= new Piscina({
    filename: path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/task.worker.ts'),
    minThreads: 0,
    maxThreads: Math.max(2, availableParallelism()),
    // Threads hold icon and voice data; an idle installation should give that memory back.
    idleTimeout: 20_000,
    concurrentTasksPerWorker: 1,
  });
  return pool;
}

/**
 * @param workerFile path relative to the project root, for example `lib/film/frames.worker.ts`
 * @throws whatever the task throws, an AppError or a system error with its code and causes; an `AbortError` when the
 *   signal fires (the thread is ended)
 */
export async function runInWorker<Input, Output>(
  workerFile: string,
  input: Input,
  options: { signal?: AbortSignal; transferList?: ArrayBuffer[] } = {},
): Promise<Output> {
  const filename = path.join(/* turbopackIgnore: true */ process.cwd(), workerFile);
  try {
    return (await getPool().run(
      { filename, input },
      { signal: options.signal ?? null, transferList: options.transferList },
    )) as Output;
  } catch (error) {
    throw unpackWorkerError(error);
  }
}

/** Ends every thread; for tests and for a process that is stopping. */
export async function closeWorkerPool(): Promise<void> {
  await pool?.close({ force: true });
  pool = undefined;
}
