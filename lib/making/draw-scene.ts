import 'server-only';
import { generatePicture } from '@/lib/ai/draw-picture';
import { getBuiltInImageModel, getImageModel, modelName } from '@/lib/ai/models';
import { buildPicturePrompt } from '@/lib/ai/picture-prompt';
import { findAsset, saveAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachAsset } from './attach-asset';
import { pictureSize } from './picture-size';
import { recordUsage } from './record-usage';
import {
  getStoryInMaking,
  type SceneInMaking,
  type StoryInMaking,
  type StoryKey,
  sceneAt,
} from './story-in-making';

/**
 * One scene's picture: drawn, stored and shown on its page. Made from the same things before, it is found and not drawn
 * again, so a repeated step costs nothing.
 *
 * @param options.standIn draw with the built-in illustrator because the chosen model failed for good
 */
export async function drawScene(
  admin: DatabaseClient,
  key: StoryKey & { jobId: string },
  position: number,
  options: { standIn?: boolean } = {},
): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const scene = sceneAt(story, position);
  const model = options.standIn ? getBuiltInImageModel() : getImageModel();
  const depiction = buildDepiction(story, scene);
  const { styleNote, theme, profile, pictureQuality: quality } = story.brief;
  const prompt = buildPicturePrompt(depiction, scene.summary, { styleNote, theme, mood: profile?.mood });
  const size = pictureSize(story.brief.aspectRatio, story.brief.film?.resolution ?? '720p', quality);
  const modelId = modelName(model);
  const contentHash = hashContent({ kind: 'picture', model: modelId, depiction, prompt, size, quality });

  const asset = (await findAsset(admin, { ...key, kind: 'picture', contentHash })) ?? (await draw());
  await attachAsset(admin, key, story, scene, asset);
  return { assetId: asset.id };

  async function draw(): Promise<AssetRow> {
    const picture = await generatePicture({ model, depiction, prompt, size, quality });
    await recordUsage(admin, key, {
      step: `picture:${position + 1}${options.standIn ? ':stand-in' : ''}`,
      modality: 'picture',
      model,
      units: picture.usage,
    });
    return saveAsset(admin, {
      ownerId: key.ownerId,
      storyId: key.storyId,
      sceneId: scene.id,
      kind: 'picture',
      contentHash,
      mediaType: picture.mediaType,
      content: picture.bytes,
      width: picture.width,
      height: picture.height,
      details: { model: modelId, prompt },
    });
  }
}

/** What a depiction holds. */
const MOST_PROPS = 12;

/** One of the things that do the reader good on each page, in turn. */
function calmingThings({ brief }: StoryInMaking, scene: SceneInMaking): string[] {
  const things = brief.profile?.calmingElements ?? [];
  const thing = things[scene.position % Math.max(1, things.length)];
  return thing ? [thing.slice(0, 60)] : [];
}

function buildDepiction(story: StoryInMaking, scene: SceneInMaking) {
  const sheets = new Map(story.characters.map((sheet) => [sheet.id, sheet]));
  const characters = scene.depiction.characterIds.flatMap((id) => sheets.get(id) ?? []);
  return {
    setting: scene.depiction.setting,
    characters,
    props: [...scene.depiction.props, ...calmingThings(story, scene)].slice(0, MOST_PROPS),
    style: story.brief.style,
    aspectRatio: story.brief.aspectRatio,
    seed: story.brief.seed,
    sceneIndex: scene.position,
    sceneText: scene.text,
  };
}
