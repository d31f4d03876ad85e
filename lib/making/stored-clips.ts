import 'server-only';
import path from 'node:path';
import type { ClipStore } from '@/lib/film/clip-store';
import { downloadAsset, findAsset, saveAsset } from '@/lib/storage/assets';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { StoryKey } from './story-in-making';

/** Encoded clips of a story's film, kept in storage by the hash of what they show. */
export function createStoredClips(admin: DatabaseClient, key: StoryKey, workDir: string): ClipStore {
  return {
    async get(contentHash) {
      const asset = await findAsset(admin, { ...key, kind: 'clip', contentHash });
      if (!asset) return null;
      const file = path.join(workDir, `clip-${contentHash}.mp4`);
      await downloadAsset(asset.path, file);
      return file;
    },
    async put(contentHash, filePath) {
      await saveAsset(admin, {
        ownerId: key.ownerId,
        storyId: key.storyId,
        sceneId: null,
        kind: 'clip',
        contentHash,
        mediaType: 'video/mp4',
        content: { path: filePath },
        details: { model: 'builtin/film' },
      });
    },
  };
}
