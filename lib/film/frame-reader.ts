import { PassThrough } from 'node:stream';
import { AppError } from '../errors.ts';
import { MOTION_ZOOM } from './clip-motion.ts';
import { runFfmpeg } from './ffmpeg.ts';
import type { VideoFacts } from './video-facts.ts';
import { frameByteLength, type YuvPicture } from './yuv.ts';

/** Frames of a moving picture in order, as they are decoded: never more than one of them is in memory here. */
export type FrameReader = {
  /** Of every frame. */
  size: Pick<YuvPicture, 'width' | 'height' | 'stride'>;
  /** The next frame in the layout of a prepared picture, valid until the next call; null after the last. */
  read(): Promise<Uint8Array | null>;
  /** Ends the decoder; frames that are still to come are not wanted. */
  close(): void;
};

export type FrameSource = { path: string; facts: VideoFacts; firstFrame: number };

const evenUp = (value: number) => Math.ceil(value / 2) * 2;

/**
 * Decodes a moving picture from one of its frames on, cut to the film's shape and scaled for the closest view.
 *
 * @param format the film's frame
 */
export function openFrameReader(
  ffmpegPath: string,
  source: FrameSource,
  format: { width: number; height: number },
): FrameReader {
  const width = evenUp(format.width * MOTION_ZOOM);
  const height = evenUp(format.height * MOTION_ZOOM);
  const stride = (width + 8) & ~7;
  const frame = new Uint8Array(frameByteLength(stride, height));
  const ended = new AbortController();
  // fluent-ffmpeg takes the close of an output for a failure.
  const bytes = new PassThrough({ emitClose: false, highWaterMark: 1 << 18 });
  runFfmpeg({
    ffmpegPath,
    inputs: [{ source: source.path, options: ['-threads', '2', '-an', '-sn'] }],
    outputs: [
      {
        target: bytes,
        options: [
          '-vf',
          [
            `fps=${source.facts.rate}`,
            `trim=start_frame=${source.firstFrame}`,
            'setpts=PTS-STARTPTS',
            `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=bicubic:in_color_matrix=${source.facts.matrix}:out_color_matrix=bt709:out_range=tv`,
            `crop=${width}:${height}`,
            `pad=${stride}:${height}:0:0`,
            'format=yuv420p',
          ].join(','),
          ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
        ],
      },
    ],
    signal: ended.signal,
  }).catch((error: unknown) => {
    // Closed by us: nobody reads any more.
    if (!ended.signal.aborted) bytes.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  const chunks = bytes[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  return {
    size: { width, height, stride },
    async read() {
      let filled = 0;
      while (filled < frame.length) {
        if (rest.length === 0) {
          const next = await chunks.next();
          if (next.done) break;
          rest = next.value as Uint8Array;
        }
        const part = rest.subarray(0, frame.length - filled);
        frame.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      if (filled === 0) return null;
      if (filled < frame.length) {
        throw new AppError('render_failed', 'The film could not be made.', {
          cause: new Error('a moving picture ended in the middle of a frame'),
        });
      }
      return frame;
    },
    close() {
      ended.abort(new Error('no more frames are wanted'));
      bytes.destroy();
    },
  };
}
