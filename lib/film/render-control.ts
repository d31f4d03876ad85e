/** Places in the small array that a render and its worker threads share. */
export const ABORTED = 0;
export const FRAMES_DONE = 1;

export function createRenderControl(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}
