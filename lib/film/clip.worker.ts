import { Readable } from 'node:stream';
import { createClipPainter, type LayerSource } from './clip-painter.ts';
import type { ClipPlan } from './clip-plan.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { type FrameSource, openFrameReader } from './frame-reader.ts';
import { ABORTED, FRAMES_DONE } from './render-control.ts';
import { ENCODER_OPTIONS } from './x264-options.ts';
import type { YuvPicture } from './yuv.ts';

export type ClipTask = {
  plan: ClipPlan;
  /** What each layer of the plan shows: one picture, three of one with depth, or a moving picture. */
  sources: ({ pictures: YuvPicture[] } | { video: FrameSource })[];
  ffmpegPath: string;
  outputPath: string;
  /** See render-control.ts. */
  control: SharedArrayBuffer;
};

/** Being stopped is no failure: which clip failed first is what the render tells. */
export type ClipOutcome = 'encoded' | 'aborted';

/** One frame is on its way to ffmpeg and one waits in the stream while the next is painted; one more is to be safe. */
const FRAMES_IN_FLIGHT = 4;

function createFrameStream(
  task: ClipTask,
  sources: LayerSource[],
  control: Int32Array,
  onAbort: () => void,
): Readable {
  const painter = createClipPainter(task.plan, sources, FRAMES_IN_FLIGHT);
  let index = 0;
  return new Readable({
    highWaterMark: 1,
    read() {
      if (Atomics.load(control, ABORTED) === 1) {
        onAbort();
        this.push(null);
        return;
      }
      if (index >= task.plan.frameCount) {
        this.push(null);
        return;
      }
      // A throw in here reaches the stream's error event, and through it the job's.
      const show = () => {
        const frame = painter.paint(index);
        index += 1;
        Atomics.add(control, FRAMES_DONE, 1);
        this.push(frame);
      };
      const loading = painter.load(index);
      if (loading) loading.then(show).catch((error: Error) => this.destroy(error));
      else show();
    },
  });
}

/** Paints one clip and encodes it as it is painted. Ends early, with an aborted outcome, when the control says so. */
export default async function clip(task: ClipTask): Promise<ClipOutcome> {
  const control = new Int32Array(task.control);
  if (Atomics.load(control, ABORTED) === 1) return 'aborted';
  const abort = new AbortController();
  const { width, height, fps } = task.plan.format;
  const sources = task.sources.map((source): LayerSource => {
    if ('pictures' in source) return source;
    const reader = openFrameReader(task.ffmpegPath, source.video, task.plan.format);
    return { reader, firstFrame: source.video.firstFrame };
  });
  try {
    await runFfmpeg({
      ffmpegPath: task.ffmpegPath,
      inputs: [
        {
          source: createFrameStream(task, sources, control, () => abort.abort()),
          options: ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(fps)],
        },
      ],
      outputs: [{ target: task.outputPath, options: [...ENCODER_OPTIONS, '-g', String(fps * 4)] }],
      signal: abort.signal,
    });
  } catch (error) {
    if (abort.signal.aborted) return 'aborted';
    throw error;
  } finally {
    for (const source of sources) if ('reader' in source) source.reader.close();
  }
  return 'encoded';
}
