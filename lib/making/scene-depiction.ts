import 'server-only';
import { buildPicturePrompt } from '@/lib/ai/picture-prompt';
import { hashContent } from '@/lib/story/content-hash';
import { pictureSize } from './picture-size';
import type { SceneInMaking, StoryInMaking } from './story-in-making';

/** What a depiction holds. */
const MOST_PROPS = 12;

export type PicturePlan = ReturnType<typeof planPicture>;

/** All that decides a scene's picture. Pure: the same rows give the same plan, so a picture can be drawn again to the pixel. */
export function planPicture(story: StoryInMaking, scene: SceneInMaking) {
  const { styleNote, theme, profile, pictureQuality: quality } = story.brief;
  const depiction = buildDepiction(story, scene);
  return {
    depiction,
    prompt: buildPicturePrompt(depiction, scene.summary, { styleNote, theme, mood: profile?.mood }),
    size: pictureSize(story.brief.aspectRatio, story.brief.film?.resolution ?? '720p', quality),
    quality,
  };
}

/** @param model `provider/model` */
export function hashPicturePlan(model: string, plan: PicturePlan): string {
  return hashContent({ kind: 'picture', model, ...plan });
}

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
