import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { unpackWorkerError } from '../worker-error.ts';

export type Isolation = {
  heapMb: number;
  memoryMb: number;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
};

/** What the thread's file posts: its result, or its error packed by `packWorkerError`. */
export type IsolatedAnswer<Output> = { result: Output } | { error: Error };

const MEMORY_CHECK_MS = 40;
const MEBIBYTE = 1024 * 1024;

/**
 * Runs one task on strangers' bytes in a thread of its own, which is ended when it takes too long or too much. V8 guards its
 * heap itself; buffers live outside of it, where a decompressor can fill gigabytes, so they are watched from here.
 *
 * @param workerFile path relative to the project root; it reads `workerData` and posts an `IsolatedAnswer`
 * @throws what the task throws; AppError `document_unreadable` when a limit ends it; the signal's reason
 */
export async function runIsolated<Input, Output>(
  workerFile: string,
  input: Input,
  limits: Isolation,
): Promise<Output> {
  limits.signal?.throwIfAborted();
  const worker = new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), workerFile), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  });
  const timers: NodeJS.Timeout[] = [];
  const abort = Promise.withResolvers<never>();
  const onAbort = () => abort.reject(limits.signal?.reason);
  limits.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([
      answerOf<Output>(worker),
      abort.promise,
      new Promise<never>((_resolve, reject) => {
        timers.push(
          setTimeout(() => reject(tooMuch('The document takes too long to read.')), limits.timeoutMs),
          setInterval(() => {
            void usedBytes(worker).then((bytes) => {
              if (bytes > limits.memoryMb * MEBIBYTE)
                reject(tooMuch('The document is too large to be read.'));
            });
          }, MEMORY_CHECK_MS),
        );
      }),
    ]);
  } finally {
    limits.signal?.removeEventListener('abort', onAbort);
    for (const timer of timers) clearInterval(timer);
    await worker.terminate();
  }
}

function answerOf<Output>(worker: Worker): Promise<Output> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: IsolatedAnswer<Output>) => {
      if ('result' in answer) resolve(answer.result);
      else reject(unpackWorkerError(answer.error));
    });
    worker.once('error', (error) => {
      const isHeapFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isHeapFull ? tooMuch('The document is too large to be read.', error) : error);
    });
    worker.once('exit', (code) => reject(new AppError('internal', `The reader ended with code ${code}.`)));
  });
}

/** A thread that is just ending has nothing to tell any more. */
async function usedBytes(worker: Worker): Promise<number> {
  const statistics = await worker.getHeapStatistics().catch(() => undefined);
  return statistics ? statistics.external_memory + statistics.used_heap_size : 0;
}

function tooMuch(message: string, cause?: unknown): AppError {
  return new AppError('document_unreadable', message, { cause });
}
