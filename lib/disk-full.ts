import { AppError, isAppError } from './errors.ts';

const FULL_CODES = new Set(['ENOSPC', 'EDQUOT']);

/** True when a file system call failed because there is no room, here or in the chain of causes. */
function isDiskFull(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && FULL_CODES.has(current.code)) return true;
  }
  return false;
}

/** Runs file work; a full disk becomes `disk_full`, every other error passes. */
export async function withDiskFullCode<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error) || !isDiskFull(error)) throw error;
    throw new AppError('disk_full', 'There is no room left on the disk.', { cause: error });
  }
}
