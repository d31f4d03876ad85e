import 'server-only';
import { countReferences, generatePicture } from '@/lib/ai/draw-picture';
import { type Candidate, getCandidate, listCandidates, modelName } from '@/lib/ai/models';
import { moderateDepiction } from '@/lib/ai/moderate-story';
import { buildCharacterPrompt } from '@/lib/ai/picture-prompt';
import type { Depiction } from '@/lib/builtin/illustrator/depiction';
import type { ErrorCode } from '@/lib/errors';
import { estimatePicture } from '@/lib/ledger/estimate';
import { pictureSort } from '@/lib/ledger/picture-sort';
import { guardDepiction } from '@/lib/safety/guard-depiction';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import { readAsset } from '@/lib/storage/read-asset';
import { hashContent } from '@/lib/story/content-hash';
import type { AssetRow } from '@/lib/story/rows';
import type { CharacterSheet } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { recordJobNews } from './job-news';
import { payUntilCancelled } from './pay-until-cancelled';
import { getStoryInMaking, type StoryInMaking, type StoryKey, sheetOf } from './story-in-making';

type Key = StoryKey & { jobId: string };

export type CastPlan = {
  /** Those seen on a page; `isKept`: their picture comes from the story this one goes on from. */
  characters: { id: string; isKept: boolean }[];
  /** Who may draw reference pictures, in order. */
  candidates: string[];
  /** Whether pages are drawn from these pictures, so that they have to be there first. */
  isAwaited: boolean;
};

/** Pixels each way. Services draw this size anyway; ours is only for people to look at. */
const SIDE = { service: 1024, builtIn: 640 };

/**
 * Who gets a reference picture, and by whom. Models that take none are told in words only, so nobody pays for a picture that
 * no page would be drawn from; the built-in illustrator's cost nothing, and the story can show who is in it.
 */
export async function planCast(admin: DatabaseClient, key: Key): Promise<CastPlan> {
  const story = await getStoryInMaking(admin, key);
  const chain = listCandidates('picture', story.brief.models?.picture);
  const [first] = chain;
  const isDrawnHere = first?.provider.builtIn === true;
  const takesReferences = ({ provider, modelId }: Pick<Candidate<unknown>, 'provider' | 'modelId'>) =>
    (provider.pictureReferences?.(modelId) ?? 0) > 0;
  // The first choice decides: it draws the pages, the others only where it fails.
  const candidates = isDrawnHere
    ? [first]
    : first && takesReferences(first)
      ? chain.filter(takesReferences)
      : [];
  const seen = new Set(story.scenes.flatMap((scene) => scene.depiction.characterIds));
  const kept = new Set((await listEarlierReferences(admin, story)).map(({ slug }) => slug));
  const characters = story.characters
    .filter(({ id }) => seen.has(id) && (kept.has(id) || candidates.length > 0))
    .map(({ id }) => ({ id, isKept: kept.has(id) }));
  return { characters, candidates: candidates.map(({ id }) => id), isAwaited: !isDrawnHere };
}

/**
 * One character alone, whole and plain: drawn once, stored, and kept with the sheet. Like `drawScene`, it finds what was
 * drawn from the same things before.
 */
export async function drawCharacter(
  admin: DatabaseClient,
  key: Key,
  characterId: string,
  options: { modelId: string },
): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const { create, provider } = getCandidate('picture', options.modelId);
  const model = create();
  const modelId = modelName(model);
  const plan = planCharacterPicture(story, sheetOf(story, characterId), countReferences(model) > 0);
  if (!provider.builtIn) {
    guardDepiction(plan.prompt, 'picture', story.brief);
    await moderateDepiction(plan.prompt, 'picture', story.brief, { payer: key });
  }
  const contentHash = hashContent({ kind: 'character', model: modelId, ...plan });
  const asset = await payUntilCancelled<AssetRow>(
    admin,
    {
      payer: key,
      step: `character:${characterId}`,
      modality: 'picture',
      model,
      request: { contentHash },
      estimate: estimatePicture(plan.prompt),
      sort: pictureSort(model, plan.size, plan.quality),
      maxCostMicros: story.brief.maxCostMicros,
    },
    {
      find: () => findAsset(admin, { ...key, kind: 'character', contentHash }),
      call: async ({ signal, noteUnits }) => {
        const picture = await generatePicture({
          model,
          ...plan,
          ...(signal && { signal }),
          onAnswered: noteUnits,
        });
        const saved = await saveAsset(admin, {
          ownerId: key.ownerId,
          storyId: key.storyId,
          sceneId: null,
          kind: 'character',
          contentHash,
          mediaType: picture.mediaType,
          content: picture.bytes,
          width: picture.width,
          height: picture.height,
          details: { model: modelId, prompt: plan.prompt, characterId },
        });
        return { result: saved, units: picture.usage, assetId: saved.id };
      },
    },
  );
  await attachReference(admin, key, characterId, asset);
  return { assetId: asset.id };
}

/**
 * Takes a character's picture over from the story this one goes on from: the same bytes under the same hash, for nothing.
 * @returns null when that story, or its picture, has been deleted meanwhile
 */
export async function keepReference(
  admin: DatabaseClient,
  key: Key,
  characterId: string,
): Promise<{ assetId: string } | null> {
  const story = await getStoryInMaking(admin, key);
  const earlier = (await listEarlierReferences(admin, story)).find(({ slug }) => slug === characterId)?.asset;
  if (!earlier) return null;
  const asset =
    (await findAsset(admin, { ...key, kind: 'character', contentHash: earlier.content_hash })) ??
    (await saveAsset(admin, {
      ownerId: key.ownerId,
      storyId: key.storyId,
      sceneId: null,
      kind: 'character',
      contentHash: earlier.content_hash,
      mediaType: earlier.media_type,
      content: await readAsset(earlier.path),
      ...(earlier.width !== null && { width: earlier.width }),
      ...(earlier.height !== null && { height: earlier.height }),
      details: earlier.details,
    }));
  await attachReference(admin, key, characterId, asset);
  return { assetId: asset.id };
}

/** The pages are drawn from words alone then: worth a warning, not the story. */
export async function recordCharacterFailure(
  admin: DatabaseClient,
  key: Key,
  characterId: string,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const { name } = sheetOf(await getStoryInMaking(admin, key), characterId);
  const { code } = failure;
  const message = `There is no reference picture of ${name}, so the pages follow the words alone: ${failure.message}`;
  await recordJobNews(admin, key.jobId, {
    type: 'warning',
    key: `warning:character:${characterId}`,
    data: { code, message },
    warning: { code, message },
  });
}

/** All that decides a reference picture: the sheet and the look, not the page or the story's plot. */
function planCharacterPicture(
  { brief: { style, styleNote, pictureQuality: quality } }: StoryInMaking,
  sheet: CharacterSheet,
  isForService: boolean,
) {
  const side = isForService ? SIDE.service : SIDE.builtIn;
  const depiction: Depiction = {
    setting: { place: 'meadow', timeOfDay: 'day', weather: 'clear', mood: 'calm' },
    characters: [sheet],
    props: [],
    style,
    aspectRatio: '1:1',
    seed: sheet.seed,
    sceneIndex: 0,
    portrait: true,
  };
  return {
    depiction,
    prompt: buildCharacterPrompt(sheet, { style, styleNote }),
    size: { width: side, height: side },
    quality,
  };
}

async function listEarlierReferences(
  admin: DatabaseClient,
  story: StoryInMaking,
): Promise<{ slug: string; asset: AssetRow }[]> {
  if (story.row.sequel_of === null) return [];
  const { data, error } = await admin
    .from('characters')
    .select('slug, asset:assets!characters_reference_asset_id_fkey(*)')
    .eq('story_id', story.row.sequel_of);
  if (error) throw databaseError(error);
  return data.flatMap(({ slug, asset }) => (asset ? [{ slug, asset }] : []));
}

async function attachReference(
  admin: DatabaseClient,
  key: Key,
  characterId: string,
  asset: AssetRow,
): Promise<void> {
  const { error } = await admin
    .from('characters')
    .update({ reference_asset_id: asset.id })
    .eq('story_id', key.storyId)
    .eq('slug', characterId);
  if (error) throw databaseError(error);
}
