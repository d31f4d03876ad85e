import { preparePicture } from './prepare-picture.ts';
import type { YuvPicture } from './yuv.ts';

export type PictureTask = { path: string; width: number; height: number };

/** Decodes and converts one picture; the result lies in memory that every thread can read. */
export default function picture(task: PictureTask): Promise<YuvPicture> {
  return preparePicture(task.path, task.width, task.height);
}
