import 'server-only';
import { buildPicturePrompt } from '@/lib/ai/picture-prompt';
import { hashContent } from '@/lib/story/content-hash';
import type { CharacterSheet } from '@/lib/story/schema';
import { pictureSize } from './picture-size';
import type { CharacterReference, SceneInMaking, StoryInMaking } from './story-in-making';

/** Any prime: another take is another frame, staging and backdrop of the same people. */
const TAKE_STEP = 15_485_863;
/** What a depiction holds. */
const MOST_PROPS = 12;

export type PicturePlan = ReturnType<typeof planPicture>;

/**
 * All that decides a scene's picture. Pure: the same rows give the same plan, so a picture can be drawn again to the pixel.
 * @param how.references how many reference pictures the model takes; the hero's goes first
 * @param how.attempt which try this is, from 0; a later one asks for more care and is another picture
 */
export function planPicture(
  story: StoryInMaking,
  scene: SceneInMaking,
  how: { references?: number; attempt?: number } = {},
) {
  const { styleNote, theme, profile, pictureQuality: quality } = story.brief;
  const { note, take } = scene.look;
  const depiction = buildDepiction(story, scene);
  const references = listReferences(story, depiction.characters).slice(0, how.references ?? 0);
  const attempt = how.attempt || undefined;
  return {
    depiction,
    prompt: buildPicturePrompt(
      depiction,
      scene.summary,
      { styleNote, theme, mood: profile?.mood, pageNote: note },
      { referenceIds: references.map(({ characterId }) => characterId), isAgain: attempt !== undefined },
    ),
    size: pictureSize(story.brief.aspectRatio, story.brief.film?.resolution ?? '720p', quality),
    quality,
    // Absent rather than empty: a picture that was drawn from words alone keeps its hash.
    ...(references.length > 0 && {
      referenceHashes: references.map(({ asset }) => asset.content_hash),
    }),
    ...(attempt !== undefined && { attempt }),
    ...(take > 0 && { take }),
  };
}

/** @param model `provider/model` */
export function hashPicturePlan(model: string, plan: PicturePlan): string {
  return hashContent({ kind: 'picture', model, ...plan });
}

/** The reference pictures a plan speaks of, in its order. */
export function referencesOf(story: StoryInMaking, plan: PicturePlan): CharacterReference[] {
  return (plan.referenceHashes ?? []).flatMap(
    (hash) => story.references.find(({ asset }) => asset.content_hash === hash) ?? [],
  );
}

function listReferences(story: StoryInMaking, shown: CharacterSheet[]): CharacterReference[] {
  const heroFirst = shown.toSorted((a, b) => Number(b.role === 'hero') - Number(a.role === 'hero'));
  return heroFirst.flatMap(
    (sheet) => story.references.find(({ characterId }) => characterId === sheet.id) ?? [],
  );
}

/** One of the things that do the reader good on each page, in turn. */
function calmingThings({ brief }: StoryInMaking, scene: SceneInMaking): string[] {
  const things = brief.profile?.calmingElements ?? [];
  const thing = things[scene.look.index % Math.max(1, things.length)];
  return thing ? [thing.slice(0, 60)] : [];
}

function buildDepiction(story: StoryInMaking, scene: SceneInMaking) {
  const { note, take, text, index } = scene.look;
  const sheets = new Map(story.characters.map((sheet) => [sheet.id, sheet]));
  const characters = scene.depiction.characterIds.flatMap((id) => sheets.get(id) ?? []);
  return {
    setting: scene.depiction.setting,
    characters,
    props: [...scene.depiction.props, ...calmingThings(story, scene)].slice(0, MOST_PROPS),
    style: story.brief.style,
    aspectRatio: story.brief.aspectRatio,
    seed: (story.brief.seed + take * TAKE_STEP) % 2 ** 31,
    sceneIndex: index,
    // What was asked for by name comes before what the page happens to name.
    sceneText: [note, text ?? scene.text].filter(Boolean).join('\n'),
  };
}
