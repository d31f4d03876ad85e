import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { checkReview, type ReadingCaller, readAsGrownUp } from '@/lib/household/read-as-grown-up';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { type ChangeRecord, changeSchema, type VersionListView, type VersionView } from './mend-views';
import { readStoryState } from './read-story-to-mend';
import { type StoryState, storyStateSchema } from './story-state';

type VersionRow = { number: number; createdAt: string; change: ChangeRecord; state: StoryState };

/**
 * What has become of a story, newest first. One that was never changed has one version: itself.
 * @throws AppError `not_found`, `approval_required`
 */
export function listVersions(caller: ReadingCaller, storyId: string): Promise<VersionListView> {
  return readAsGrownUp(caller, async (client, access) => {
    const { data, error } = await client
      .from('stories')
      .select('id, version, review, created_at')
      .eq('id', storyId)
      .eq('owner_id', caller.userId)
      .maybeSingle();
    if (error) throw databaseError(error);
    if (!data) throw new AppError('not_found', 'There is no such story.');
    checkReview(data.review, access);
    const rows = await readVersions(storyId);
    const known: VersionRow[] =
      rows.length > 0
        ? rows
        : [
            {
              number: data.version,
              createdAt: data.created_at,
              change: { kind: 'made' },
              state: await readStoryState(getAdminClient(), storyId),
            },
          ];
    const versions = known.map((row, index) => buildVersionView(row, known[index + 1], data.version));
    return { story_id: storyId, version: data.version, versions };
  });
}

const columnSchema = z.object({
  number: z.int(),
  created_at: z.string(),
  change: changeSchema,
  snapshot: storyStateSchema,
});

/** Read by the service, once it is sure who asks. */
async function readVersions(storyId: string): Promise<VersionRow[]> {
  const { data, error } = await getAdminClient()
    .from('story_versions')
    .select('number, created_at, change, snapshot')
    .eq('story_id', storyId)
    .order('number', { ascending: false });
  if (error) throw databaseError(error);
  return data.map((row) => {
    const { number, created_at: createdAt, change, snapshot: state } = columnSchema.parse(row);
    return { number, createdAt, change, state };
  });
}

/** @throws AppError `not_found` for a version there never was, or that is no longer kept */
export async function readVersion(storyId: string, number: number): Promise<StoryState> {
  const { data, error } = await getAdminClient()
    .from('story_versions')
    .select('snapshot')
    .eq('story_id', storyId)
    .eq('number', number)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such version.');
  return storyStateSchema.parse(data.snapshot);
}

/** Pure. @param before the version before this one, while it is kept */
export function buildVersionView(
  { number, createdAt, change, state }: VersionRow,
  before: VersionRow | undefined,
  present: number,
): VersionView {
  const words = readWords(change, before?.state, state);
  return {
    number,
    created_at: createdAt,
    change: change.kind,
    page: change.page ?? null,
    scene_id: change.sceneId ?? null,
    note: change.note ?? null,
    voice: change.voice ?? null,
    restored: change.restored ?? null,
    title: state.title,
    num_scenes: state.scenes.length,
    ...words,
    is_current: number === present,
  };
}

function readWords(
  { kind, sceneId }: ChangeRecord,
  before: StoryState | undefined,
  after: StoryState,
): Pick<VersionView, 'before' | 'after'> {
  if (kind === 'title') {
    return {
      before: before ? { title: before.title, text: '' } : null,
      after: { title: after.title, text: '' },
    };
  }
  if (kind !== 'text' && kind !== 'delete') return { before: null, after: null };
  const find = (state: StoryState | undefined) => {
    const page = state?.scenes.find(({ id }) => id === sceneId);
    return page ? { title: page.title, text: page.text } : null;
  };
  return { before: find(before), after: find(after) };
}
