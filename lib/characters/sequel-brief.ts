import type { SavedBrief } from '../story/rows.ts';
import { type CharacterSheet, type StoryBrief, storyBriefSchema } from '../story/schema.ts';
import type { SequelRequest } from '../story/views.ts';

/** A finished story, as far as the next one needs it. */
export type EarlierStory = {
  id: string;
  projectId: string;
  title: string;
  moral: string;
  brief: SavedBrief;
  sheets: CharacterSheet[];
  /** One sentence of each page, in order. */
  summaries: string[];
};

/** What a brief carries of it. */
const LONGEST_BEFORE = 2_000;

/**
 * The brief of "same hero, new night": the same people, look and voice, another story. What the earlier brief said of that
 * story alone (its plot, places, text and length) does not come along; what is asked for now goes before what was then. Pure.
 */
export function buildSequelBrief(earlier: EarlierStory, request: SequelRequest): StoryBrief {
  const { brief } = earlier;
  const film = request.generate_film ?? brief.film !== null;
  return storyBriefSchema.parse({
    // How it is told, and for whom.
    // A reader who is named brings their own age and profile (lib/household/prepare-brief.ts).
    ageGroup: request.age_group ?? brief.ageGroup,
    readerId: request.reader_id ?? brief.readerId,
    bedtime: request.bedtime || undefined,
    audience: request.age_group === undefined ? brief.audience : undefined,
    tone: request.tone ?? brief.tone,
    profile: request.reader_id === undefined ? brief.profile : undefined,
    persona: brief.persona,
    writingStyle: brief.writingStyle,
    pointOfView: brief.pointOfView,
    contentRating: brief.contentRating,
    // How it looks and sounds. Words about the look belong to the style they were said with.
    style: request.style ?? brief.style,
    styleNote: request.style === undefined ? brief.styleNote : undefined,
    aspectRatio: request.aspect_ratio ?? brief.aspectRatio,
    pictureQuality: brief.pictureQuality,
    voice: request.voice ?? brief.voice,
    namedVoice: request.voice === undefined ? brief.namedVoice : undefined,
    // What is made of it, and with what.
    sceneCount: request.num_illustrations ?? brief.sceneCount,
    pictures: request.generate_images ?? brief.pictures,
    clips: (request.generate_videos ?? brief.clips === true) || undefined,
    narration: request.generate_narration ?? brief.narration,
    film: film
      ? {
          resolution: request.film_resolution ?? brief.film?.resolution,
          fps: request.film_fps ?? brief.film?.fps,
          burnedCaptions: request.burned_captions ?? brief.film?.burnedCaptions,
        }
      : null,
    secondsPerScene: request.seconds_per_scene ?? brief.secondsPerScene,
    transition: request.transition ?? brief.transition,
    models: brief.models,
    maxCostMicros:
      request.max_cost_usd === undefined ? brief.maxCostMicros : Math.round(request.max_cost_usd * 1_000_000),
    // The new story.
    prompt: request.prompt,
    targetLength: request.target_length,
    theme: request.theme,
    setting: request.setting,
    characters: request.characters,
    seed: request.seed,
    // The same people, and what they have been through.
    sequelOf: earlier.id,
    sheets: earlier.sheets,
    before: tellBefore(earlier),
  });
}

/** Title, what happened and what came of it, whole sentences as long as there is room. Pure. */
export function tellBefore({
  title,
  summaries,
  moral,
}: Pick<EarlierStory, 'title' | 'summaries' | 'moral'>): string {
  const end = moral === '' ? [] : [`In the end: ${moral}`];
  const room = LONGEST_BEFORE - end.join(' ').length - 1;
  let told = `“${title}”.`;
  for (const summary of summaries) {
    const longer = `${told} ${/[.!?…]$/.test(summary) ? summary : `${summary}.`}`;
    if (longer.length > room) break;
    told = longer;
  }
  return [told, ...end].join(' ').slice(0, LONGEST_BEFORE);
}
