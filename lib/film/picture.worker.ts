import type { LayerPaths } from './film-input.ts';
import { prepareLayers } from './prepare-layers.ts';
import { preparePicture } from './prepare-picture.ts';
import type { YuvPicture } from './yuv.ts';

export type PictureTask = { path: string; layers: LayerPaths | null; width: number; height: number };

/** Decodes and converts one picture, or its three layers; the result lies in memory that every thread can read. */
export default async function picture({ path, layers, width, height }: PictureTask): Promise<YuvPicture[]> {
  return layers ? prepareLayers(path, layers, width, height) : [await preparePicture(path, width, height)];
}
