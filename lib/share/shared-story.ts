import 'server-only';
import { AppError } from '@/lib/errors';
import { isHidden, reviewSchema } from '@/lib/household/household-views';
import type { AssetRow, StoryRow } from '@/lib/story/rows';
import { buildStoryView, type StoryRows } from '@/lib/story/story-views';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { buildPublicStory, type PublicStory } from './public-story';
import { shareIdSchema } from './share-views';

/**
 * Reads of strangers who bring a link. They are made as the service, by the link's id alone, and everything they answer stands
 * in lib/share/public-story.ts. One that was withdrawn, a story that waits for a grown-up or was declined, and a link that
 * never was answer alike: `not_found`.
 */

const NO_SHARE = 'There is no such story, or its link was withdrawn.';

const SHOWN =
  'share_id:id, story:stories!inner(*, scenes(*), assets!assets_story_id_fkey(*), jobs!jobs_story_id_fkey(id, created_at, kind, status))' as const;

/** @throws AppError `not_found` */
export async function readSharedStory(shareId: string): Promise<PublicStory> {
  if (!shareIdSchema.safeParse(shareId).success) throw new AppError('not_found', NO_SHARE);
  const { data, error } = await getAdminClient()
    .from('story_shares')
    .select(SHOWN)
    .eq('id', shareId)
    .maybeSingle();
  if (error) throw databaseError(error);
  const story = data?.story as unknown as StoryRows | undefined;
  if (!story || !isShown(story)) throw new AppError('not_found', NO_SHARE);
  return buildPublicStory(buildStoryView(withoutOutdated({ ...story, characters: [] })), shareId);
}

/** What of a story a stranger may open: the files its pages and its film are made of just now, none that was replaced. */
const USED =
  'story:stories!inner(id, status, review, version, film_version, audio_version, film_asset_id, captions_asset_id, poster_asset_id, audio_asset_id, scenes(picture_asset_id, narration_asset_id))' as const;

/** @throws AppError `not_found` also for a file of the story that is not in use */
export async function readSharedAsset(shareId: string, assetId: string): Promise<AssetRow> {
  const admin = getAdminClient();
  const [share, asset] = await Promise.all([
    admin.from('story_shares').select(USED).eq('id', shareId).maybeSingle(),
    admin.from('assets').select('*').eq('id', assetId).maybeSingle(),
  ]);
  const error = share.error ?? asset.error;
  if (error) throw databaseError(error);
  const story = share.data && withoutOutdated(share.data.story);
  const isOpen =
    story &&
    isShown(story) &&
    asset.data?.story_id === story.id &&
    [
      story.film_asset_id,
      story.captions_asset_id,
      story.poster_asset_id,
      story.audio_asset_id,
      ...story.scenes.flatMap((scene) => [scene.picture_asset_id, scene.narration_asset_id]),
    ].includes(assetId);
  if (!isOpen || !asset.data) throw new AppError('not_found', 'There is no such file.');
  return asset.data;
}

/** Title and cover, for the picture that messengers show. @throws AppError `not_found` */
export async function readSharedCover(shareId: string): Promise<{ title: string; cover: AssetRow | null }> {
  const { data, error } = await getAdminClient()
    .from('story_shares')
    .select(
      'story:stories!inner(status, review, title, scenes(position, picture:assets!scenes_picture_asset_id_fkey(*)))',
    )
    .eq('id', shareId)
    .maybeSingle();
  if (error) throw databaseError(error);
  const story = data?.story;
  if (!story || !isShown(story)) throw new AppError('not_found', NO_SHARE);
  const first = story.scenes.toSorted((a, b) => a.position - b.position).find(({ picture }) => picture);
  return { title: story.title, cover: first?.picture ?? null };
}

function isShown(story: { status: string; review: string }): boolean {
  return story.status === 'ready' && !isHidden(reviewSchema.parse(story.review));
}

type Mendable = Pick<
  StoryRow,
  | 'version'
  | 'film_version'
  | 'audio_version'
  | 'film_asset_id'
  | 'captions_asset_id'
  | 'poster_asset_id'
  | 'audio_asset_id'
>;

/**
 * While a change is being made, and for good where that failed, the film and the joined voices still say what was there before
 * it. Whoever took a name out of a page has taken it from strangers at once: they get none rather than those. (The voice of a
 * page goes with its words: lib/mending/plan-change.ts.)
 */
function withoutOutdated<Story extends Mendable>(story: Story): Story {
  return {
    ...story,
    ...(story.film_version !== story.version && {
      film_asset_id: null,
      captions_asset_id: null,
      poster_asset_id: null,
    }),
    ...(story.audio_version !== story.version && { audio_asset_id: null }),
  };
}
