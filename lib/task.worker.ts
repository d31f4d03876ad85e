import { pathToFileURL } from 'node:url';
import { packWorkerError } from './worker-error.ts';

/** The entry of every worker thread: runs the task that is named, and lets its errors keep their codes. */
export default async function runTask({
  filename,
  input,
}: {
  filename: string;
  input: unknown;
}): Promise<unknown> {
  try {
    const { default: task } = (await import(pathToFileURL(filename).href)) as {
      default: (input: unknown) => unknown;
    };
    return await task(input);
  } catch (error) {
    throw packWorkerError(error);
  }
}
