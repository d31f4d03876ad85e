import 'server-only';
import { getEnv } from '@/lib/env';
import { sharedMediaUrl } from '@/lib/share/public-story';
import { assetUrl } from '@/lib/storage/paths';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';

/** The sample as a visitor finds it. `making`: it is begun, or will be in a quiet minute. `none`: there is and will be none. */
export type SampleStory =
  | { state: 'none' }
  | { state: 'making' }
  | {
      state: 'ready';
      /** It opens at `/s/<shareId>`. */
      shareId: string;
      title: string;
      /** Null: its first page has no picture. */
      coverUrl: string | null;
    };

const SHOWN =
  'id, story:stories!inner(title, status, scenes(position, picture:assets!scenes_picture_asset_id_fkey(id, story_id, media_type)))' as const;

/** One or two reads as the service: who asks need be nobody. @throws AppError `database_failed` */
export async function readSampleStory(): Promise<SampleStory> {
  const { sampleStory, requireApproval } = getEnv();
  if (!sampleStory || requireApproval) return { state: 'none' };
  const admin = getAdminClient();
  const sample = await admin.from('sample_story').select('story_id, ended_at').maybeSingle();
  if (sample.error) throw databaseError(sample.error);
  if (!sample.data?.ended_at) return { state: 'making' };
  if (!sample.data.story_id) return { state: 'none' };
  const share = await admin
    .from('story_shares')
    .select(SHOWN)
    .eq('story_id', sample.data.story_id)
    .maybeSingle();
  if (share.error) throw databaseError(share.error);
  // Deleted since, or its link was withdrawn.
  if (share.data?.story.status !== 'ready') return { state: 'none' };
  const { id: shareId, story } = share.data;
  const cover = story.scenes
    .toSorted((a, b) => a.position - b.position)
    .find(({ picture }) => picture !== null)?.picture;
  return {
    state: 'ready',
    shareId,
    title: story.title,
    coverUrl: cover
      ? sharedMediaUrl(
          shareId,
          assetUrl({
            kind: 'picture',
            storyId: cover.story_id,
            assetId: cover.id,
            mediaType: cover.media_type,
          }),
        )
      : null,
  };
}
