import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors.ts';
import type { ClipPlan } from './clip-plan.ts';
import { ENCODER_OPTIONS } from './x264-options.ts';

/** Raise when the same plan should give other pixels: painting, fonts, colours, preparation of pictures. */
const ENGINE_VERSION = 1;

/** SHA-256 of the bytes of a scene's picture. @throws AppError `picture_unreadable`, with the scene's number */
export async function hashPicture(file: string, scene: number): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new AppError('picture_unreadable', `The picture of scene ${scene + 1} cannot be read.`, {
      cause: error,
    });
  }
  return hash.digest('hex');
}

/** The same of its moving picture. @throws AppError `render_failed` */
export async function hashVideo(file: string, scene: number): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new AppError('render_failed', `The moving picture of scene ${scene + 1} cannot be read.`, {
      cause: error,
    });
  }
  return `video:${hash.digest('hex')}`;
}

/**
 * Names a clip by everything that decides its bytes' meaning, and nothing else.
 *
 * @param identities what the clip shows: hashes of its pictures, and for a body the scene's own content hash
 * @param encoderVersion clips of different encoders cannot be joined
 */
export function hashClip(plan: ClipPlan, identities: string[], encoderVersion: string): string {
  // Plans are built in one place with their fields always in the same order, so plain JSON is canonical.
  const described = { engine: ENGINE_VERSION, encoderVersion, options: ENCODER_OPTIONS, identities, plan };
  return createHash('sha256').update(JSON.stringify(described)).digest('hex');
}
