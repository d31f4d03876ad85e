import { Readable } from 'node:stream';
import { createClipPainter } from './clip-painter.ts';
import type { ClipPlan } from './clip-plan.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { ABORTED, FRAMES_DONE } from './render-control.ts';
import { ENCODER_OPTIONS } from './x264-options.ts';
import type { YuvPicture } from './yuv.ts';

export type ClipTask = {
  plan: ClipPlan;
  /** One for each layer of the plan, or the three of one with depth. */
  pictures: YuvPicture[];
  ffmpegPath: string;
  outputPath: string;
  /** See render-control.ts. */
  control: SharedArrayBuffer;
};

/** Being stopped is no failure: which clip failed first is what the render tells. */
export type ClipOutcome = 'encoded' | 'aborted';

/** One frame is on its way to ffmpeg and one waits in the stream while the next is painted; one more is to be safe. */
const FRAMES_IN_FLIGHT = 4;

function createFrameStream(task: ClipTask, control: Int32Array, onAbort: () => void): Readable {
  const paint = createClipPainter(task.plan, task.pictures, FRAMES_IN_FLIGHT);
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
      const frame = paint(index);
      index += 1;
      Atomics.add(control, FRAMES_DONE, 1);
      this.push(frame);
    },
  });
}

/** Paints one clip and encodes it as it is painted. Ends early, with an aborted outcome, when the control says so. */
export default async function clip(task: ClipTask): Promise<ClipOutcome> {
  const control = new Int32Array(task.control);
  if (Atomics.load(control, ABORTED) === 1) return 'aborted';
  const abort = new AbortController();
  const { width, height, fps } = task.plan.format;
  try {
    await runFfmpeg({
      ffmpegPath: task.ffmpegPath,
      inputs: [
        {
          source: createFrameStream(task, control, () => abort.abort()),
          options: ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(fps)],
        },
      ],
      outputs: [{ target: task.outputPath, options: [...ENCODER_OPTIONS, '-g', String(fps * 4)] }],
      signal: abort.signal,
    });
  } catch (error) {
    if (abort.signal.aborted) return 'aborted';
    throw error;
  }
  return 'encoded';
}
