import 'server-only';
import { AppError } from '@/lib/errors';
import { nameDecisionSubject } from '@/lib/safety/decisions';
import {
  type AssetRow,
  type CharacterRow,
  depictionColumnSchema,
  type JobRow,
  pageVoiceSchema,
  type SavedBrief,
  type SceneRow,
  type StoryRow,
  savedBriefSchema,
  sheetColumnSchema,
  type WithheldWords,
} from '@/lib/story/rows';
import type { CharacterSheet, SceneDraft, Voice } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/**
 * What the durable functions read. They act without a caller, under the ids of their event. `ownerId` is who asked; by now
 * the story may be somebody else's (a guest who signed in), so no query filters by it and every new row takes the story's owner.
 */
export type StoryKey = { storyId: string; ownerId: string };

/** What decides a page's picture besides its words, place and people. */
export type SceneLook = {
  /** What somebody asked of this very picture. */
  note: string;
  /** Which take it is, from 0. */
  take: number;
  /** What it was drawn from, where the page has other words now. */
  text: string | null;
  /** Which page it was when it was first drawn. */
  index: number;
};

export type SceneInMaking = {
  id: string;
  position: number;
  text: string;
  summary: string;
  depiction: Pick<SceneDraft, 'setting' | 'characterIds' | 'props'>;
  /** Counts changes of the page: what was made for an older one is not put on it. */
  revision: number;
  /** Who reads it, where it is not the story's voice. */
  voice: Voice | null;
  look: SceneLook;
  /** What is to be made again. */
  due: string[];
  clipAssetId: string | null;
  picture: AssetRow | null;
  narration: AssetRow | null;
  /** The page as a video model filmed it. */
  video: AssetRow | null;
};

/** How one of the characters looks, in a picture of their own. */
export type CharacterReference = { characterId: string; asset: AssetRow };

export type StoryInMaking = {
  row: StoryRow;
  brief: SavedBrief;
  characters: CharacterSheet[];
  /** Of those who have one, in the order of the sheets. */
  references: CharacterReference[];
  scenes: SceneInMaking[];
};

export async function getJob(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
): Promise<JobRow> {
  const { data, error } = await admin.from('jobs').select('*').eq('id', key.jobId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'The job is gone.');
  nameDecisionSubject({ ownerId: data.owner_id, jobId: data.id });
  return data;
}

const MAKING_SELECT =
  '*, withheld:withheld_words(*), characters(*, reference:assets!characters_reference_asset_id_fkey(*)), scenes(*, picture:assets!scenes_picture_asset_id_fkey(*), narration:assets!scenes_narration_asset_id_fkey(*), video:assets!scenes_video_asset_id_fkey(*))' as const;
type MakingRows = StoryRow & {
  withheld: WithheldWords | null;
  characters: (CharacterRow & { reference: AssetRow | null })[];
  scenes: (SceneRow & { picture: AssetRow | null; narration: AssetRow | null; video: AssetRow | null })[];
};

/** The story as it is now, scenes and characters in order. */
export async function getStoryInMaking(
  admin: DatabaseClient,
  key: StoryKey & { jobId?: string },
): Promise<StoryInMaking> {
  const { data, error } = await admin
    .from('stories')
    .select(MAKING_SELECT)
    .eq('id', key.storyId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'The story is gone.');
  const { withheld, ...stored } = data as unknown as MakingRows;
  // Who makes it needs its title and moral, also while nobody may see them.
  const row = withheld ? { ...stored, ...withheld } : stored;
  nameDecisionSubject({ ownerId: row.owner_id, storyId: row.id, ...(key.jobId && { jobId: key.jobId }) });
  const characters = row.characters.toSorted((a, b) => a.position - b.position);
  return {
    row,
    brief: savedBriefSchema.parse(row.brief),
    characters: characters.map((character) => sheetColumnSchema.parse(character.sheet)),
    references: characters.flatMap(({ slug, reference }) =>
      reference ? [{ characterId: slug, asset: reference }] : [],
    ),
    scenes: row.scenes
      .toSorted((a, b) => a.position - b.position)
      .map((scene) => ({
        id: scene.id,
        position: scene.position,
        text: scene.text,
        summary: scene.summary,
        depiction: depictionColumnSchema.parse(scene.depiction),
        revision: scene.revision,
        voice: pageVoiceSchema.parse(scene.voice),
        look: {
          note: scene.picture_note,
          take: scene.picture_take,
          text: scene.picture_text,
          index: scene.picture_index,
        },
        due: scene.due,
        clipAssetId: scene.clip_asset_id,
        picture: scene.picture,
        narration: scene.narration,
        video: scene.video,
      })),
  };
}

/** A page by where it stands, or, where pages may move meanwhile, by its id. */
export type PageKey = number | string;

/** @throws AppError `not_found` when the story has been changed under us */
export function sceneAt(story: StoryInMaking, page: PageKey): SceneInMaking {
  const scene = story.scenes.find(({ id, position }) => (typeof page === 'number' ? position : id) === page);
  if (!scene) throw new AppError('not_found', 'The scene is gone.');
  return scene;
}

/** One of the story's characters. @throws AppError `not_found` when the story has been changed under us */
export function sheetOf(story: StoryInMaking, characterId: string): CharacterSheet {
  const sheet = story.characters.find(({ id }) => id === characterId);
  if (!sheet) throw new AppError('not_found', 'The character is gone.');
  return sheet;
}
