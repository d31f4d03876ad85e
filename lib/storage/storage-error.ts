import { AppError } from '@/lib/errors';

type StorageFailure = Error & { status?: number | undefined; statusCode?: string | undefined };

/**
 * A refusal of file storage as ours. Storage answers 400 for nearly everything and puts the true status into the body's
 * `statusCode`, so that is what counts.
 */
export function storageError(error: StorageFailure, doing: string): AppError {
  const status = Number(error.statusCode ?? error.status);
  if (status === 404) {
    return new AppError('not_found', `The file is not in storage (${doing}).`, { cause: error });
  }
  if (status === 507) {
    return new AppError('disk_full', 'There is no room left in file storage.', { cause: error });
  }
  return new AppError('storage_failed', `File storage failed (${doing}).`, { cause: error });
}
