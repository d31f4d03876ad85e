import { AppError } from '@/lib/errors';

type StorageFailure = Error & { status?: number | undefined; statusCode?: string | undefined };

/**
 * A refusal of file storage as ours. Supabase answers 400 for nearly everything and puts the true status into the body's
 * `statusCode`, so that is what counts; S3 means the status it answers with.
 */
export function storageError(
  error: StorageFailure,
  doing: string,
  status: number = Number(error.statusCode ?? error.status),
): AppError {
  if (status === 404) {
    return new AppError('not_found', `The file is not in storage (${doing}).`, { cause: error });
  }
  if (status === 507) {
    return new AppError('disk_full', 'There is no room left in file storage.', { cause: error });
  }
  return new AppError('storage_failed', `File storage failed (${doing}).`, { cause: error });
}
