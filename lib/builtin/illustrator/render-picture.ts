import { AppError, isAppError } from '../../errors.ts';
import { runInWorker } from '../../worker-pool.ts';
import { type Depiction, depictionSchema } from './depiction.ts';
import type { IllustrateInput, IllustrateOutput } from './illustrate.worker.ts';
import { checkPictureSize, PICTURE_SIZES, type PictureSize } from './picture-size.ts';

export type Picture = { png: Uint8Array<ArrayBuffer>; width: number; height: number };

/**
 * Draws one page in a worker thread. The size has exactly the asked pixels; without one it follows the aspect ratio.
 * @throws AppError `invalid_request` (depiction or size), `render_failed`, `misconfigured`; an AbortError on abort
 */
export async function renderPicture(
  depiction: Depiction,
  size: PictureSize = PICTURE_SIZES[depiction.aspectRatio],
  options: { signal?: AbortSignal } = {},
): Promise<Picture> {
  const parsed = depictionSchema.safeParse(depiction);
  if (!parsed.success) {
    throw new AppError('invalid_request', 'The picture cannot be drawn from this description.', {
      cause: parsed.error,
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    });
  }
  const { width, height } = checkPictureSize(size);
  options.signal?.throwIfAborted();
  try {
    return await runInWorker<IllustrateInput, IllustrateOutput>(
      'lib/builtin/illustrator/illustrate.worker.ts',
      { depiction: parsed.data, width, height },
      { signal: options.signal },
    );
  } catch (error) {
    if (isAppError(error) || options.signal?.aborted) throw error;
    throw new AppError('render_failed', 'The picture could not be drawn.', { cause: error });
  }
}
