import { z } from 'zod';
import type { StoryFiles } from './story-files';

/** All files of a story for a client that keeps copies: what to fetch, how large it is, and how to know it is whole. */
export const manifestSchema = z.object({
  story_id: z.uuid(),
  title: z.string(),
  updated_at: z.string(),
  total_bytes: z.int(),
  files: z.array(
    z.object({
      role: z.enum([
        'film',
        'captions',
        'poster',
        'audio',
        'picture',
        'character',
        'narration',
        'clip',
        'video',
        'music',
      ]),
      /** Counted from 0, as `display_order`; null for files of the whole story. */
      scene: z.int().nullable(),
      /** What it is called in the ZIP. */
      name: z.string(),
      url: z.string(),
      bytes: z.int(),
      /** Hex. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      media_type: z.string(),
      /** As the file's own answer has it, quotes included. */
      etag: z.string(),
      duration_ms: z.int().nullable(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function buildManifest(story: StoryFiles): Manifest {
  return {
    story_id: story.storyId,
    title: story.title,
    updated_at: story.updatedAt,
    total_bytes: story.files.reduce((sum, { asset }) => sum + asset.bytes, 0),
    files: story.files.map(({ asset, role, scene, name, url, sha256 }) => ({
      role,
      scene,
      name,
      url,
      bytes: asset.bytes,
      sha256,
      media_type: asset.media_type,
      etag: `"${asset.id}"`,
      duration_ms: asset.duration_ms,
    })),
  };
}
