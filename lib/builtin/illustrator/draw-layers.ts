import { runInWorker } from '../../worker-pool.ts';
import type { Depiction } from './depiction.ts';
import type { LayersInput, LayersOutput } from './layers.worker.ts';
import type { PictureSize } from './picture-size.ts';

/**
 * Takes a page of ours apart again: the place, and where somebody stands before it. The same depiction and size as the
 * picture's give layers that fit it to the pixel.
 * @throws AppError `render_failed`; AbortError
 */
export function drawLayers(
  depiction: Depiction,
  size: PictureSize,
  options: { signal?: AbortSignal } = {},
): Promise<LayersOutput> {
  return runInWorker<LayersInput, LayersOutput>(
    'lib/builtin/illustrator/layers.worker.ts',
    { depiction, ...size },
    { signal: options.signal },
  );
}
