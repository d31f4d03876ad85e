import { HIDDEN_TITLES, isHidden, type Review, reviewSchema } from '@/lib/household/household-views';
import { assetUrl } from '@/lib/storage/paths';
import {
  type AssetRow,
  type CharacterRow,
  narrationDetailsSchema,
  outlineColumnSchema,
  pageVoiceSchema,
  pictureDetailsSchema,
  type ReadingColumn,
  readingColumnSchema,
  type SavedBrief,
  type SceneRow,
  type StoryRow,
  savedBriefSchema,
  sheetColumnSchema,
  type WithheldWords,
} from './rows';
import type { Voice } from './schema';
import type { SceneView, StorySummaryView, StoryView } from './views';

/** Rows → what the API answers. Pure. */

export type StoryRows = StoryRow & {
  characters: CharacterRow[];
  scenes: SceneRow[];
  assets: AssetRow[];
  jobs: { id: string; created_at: string; kind: string; status: string }[];
  /** Of the link it is shared by; only where its owner reads. */
  share?: { id: string } | null;
  /** Only for a grown-up who looks at a story that waits. */
  withheld?: WithheldWords | null;
};

/** @param earlier the story this one goes on from, while it is there */
export function buildStoryView(
  { withheld, share, ...row }: StoryRows,
  earlier: { id: string; title: string } | null = null,
): StoryView {
  const story: StoryRows = withheld ? { ...row, ...withheld } : row;
  const brief = savedBriefSchema.parse(story.brief);
  const assets = new Map(story.assets.map((asset) => [asset.id, asset]));
  const find = (id: string | null) => (id === null ? undefined : assets.get(id));
  const scenes = story.scenes.toSorted((a, b) => a.position - b.position);
  const pictures = scenes.flatMap((scene) => {
    const picture = find(scene.picture_asset_id);
    return picture ? [{ scene, picture }] : [];
  });
  const narration = scenes
    .map((scene) => find(scene.narration_asset_id))
    .find((asset) => asset !== undefined);
  const reading = readingColumnSchema.safeParse(story.reading);
  return {
    id: story.id,
    title: story.title,
    content: scenes.map((scene) => scene.text).join('\n\n'),
    age_group: brief.ageGroup,
    prompt: story.prompt,
    created_at: story.created_at,
    language: story.language,
    favourite: story.favourite,
    // Clips are made of pictures; those are not told of where only clips were asked for.
    images: (brief.pictures ? pictures : []).map(({ scene, picture }) => ({
      id: picture.id,
      image_url: urlOf(picture),
      prompt_used: pictureDetailsSchema.parse(picture.details).prompt,
      scene_description: scene.summary,
      display_order: scene.position,
    })),
    videos: scenes.flatMap((scene) => {
      const clip = find(scene.clip_asset_id);
      if (!clip) return [];
      return {
        id: clip.id,
        video_url: urlOf(clip),
        model: modelOf(clip) ?? 'builtin/film',
        prompt_used: pictureDetailsSchema.parse(clip.details).prompt,
        scene_description: scene.summary,
        display_order: scene.position,
      };
    }),
    status: story.status,
    job_id: makingJobId(story.jobs),
    version: story.version,
    mending_job_id: mendingJobId(story.jobs),
    project_id: story.project_id,
    session_id: story.session_id,
    reader_id: story.reader_id,
    review: reviewSchema.parse(story.review),
    sequel_of: earlier,
    premise: story.premise,
    outline: outlineColumnSchema.parse(story.outline),
    moral: story.moral,
    theme: brief.theme ?? '',
    style: brief.style,
    aspect_ratio: brief.aspectRatio,
    voice: brief.voice,
    seed: brief.seed,
    seconds_per_scene: brief.secondsPerScene ?? null,
    reading: reading.success ? buildReadingView(reading.data) : null,
    characters: story.characters
      .toSorted((a, b) => a.position - b.position)
      .map((character) => {
        const picture = find(character.reference_asset_id);
        return {
          ...sheetColumnSchema.parse(character.sheet),
          picture_url: picture ? urlOf(picture) : null,
        };
      }),
    scenes: scenes.map((scene) =>
      buildSceneView(
        scene,
        find(scene.picture_asset_id),
        find(scene.narration_asset_id),
        find(scene.clip_asset_id),
        brief.voice,
      ),
    ),
    film: buildFilmView(
      find(story.film_asset_id),
      find(story.captions_asset_id),
      find(story.poster_asset_id),
      story.film_version,
    ),
    audio: buildAudioView(find(story.audio_asset_id), story.audio_version),
    models: {
      text: story.text_model,
      picture: modelOf(pictures[0]?.picture),
      speech: modelOf(narration),
    },
    share_id: share?.id ?? null,
  };
}

function buildSceneView(
  scene: SceneRow,
  picture: AssetRow | undefined,
  narration: AssetRow | undefined,
  clip: AssetRow | undefined,
  storyVoice: Voice,
): SceneView {
  const words = narration ? narrationDetailsSchema.parse(narration.details).words : [];
  return {
    id: scene.id,
    display_order: scene.position,
    title: scene.title,
    text: scene.text,
    scene_description: scene.summary,
    image_url: picture ? urlOf(picture) : null,
    image_width: picture?.width ?? null,
    image_height: picture?.height ?? null,
    audio_url: narration ? urlOf(narration) : null,
    video_url: clip ? urlOf(clip) : null,
    duration_ms: narration?.duration_ms ?? null,
    words: words.map((word) => ({ text: word.text, start_ms: word.startMs, end_ms: word.endMs })),
    revision: scene.revision,
    picture_note: scene.picture_note,
    voice: pageVoiceSchema.parse(scene.voice) ?? storyVoice,
  };
}

function buildFilmView(
  film: AssetRow | undefined,
  captions: AssetRow | undefined,
  poster: AssetRow | undefined,
  version: number | null,
): StoryView['film'] {
  if (!film || !captions) return null;
  return {
    video_url: urlOf(film),
    captions_url: urlOf(captions),
    poster_url: poster ? urlOf(poster) : null,
    duration_ms: film.duration_ms ?? 0,
    width: film.width ?? 0,
    height: film.height ?? 0,
    bytes: film.bytes,
    version: version ?? 1,
  };
}

function buildAudioView(audio: AssetRow | undefined, version: number | null): StoryView['audio'] {
  if (!audio) return null;
  return {
    audio_url: urlOf(audio),
    duration_ms: audio.duration_ms ?? 0,
    bytes: audio.bytes,
    version: version ?? 1,
  };
}

export type StorySummaryRows = Pick<
  StoryRow,
  | 'id'
  | 'title'
  | 'prompt'
  | 'created_at'
  | 'status'
  | 'brief'
  | 'project_id'
  | 'session_id'
  | 'reader_id'
  | 'review'
  | 'language'
  | 'favourite'
> & {
  jobs: { id: string; created_at: string; kind: string }[];
  scenes: { position: number; picture: AssetRow | null }[];
  film: { duration_ms: number | null } | null;
  poster: AssetRow | null;
  share?: { id: string } | null;
  /** As in a story's rows. */
  withheld?: Pick<WithheldWords, 'title'> | null;
};

export function buildStorySummaryView(story: StorySummaryRows): StorySummaryView {
  const review = reviewSchema.parse(story.review);
  const brief = savedBriefSchema.parse(story.brief);
  const pictures = story.scenes
    .toSorted((a, b) => a.position - b.position)
    .flatMap((scene) => (scene.picture ? [scene.picture] : []));
  const cover = pictures[0] ?? story.poster;
  return {
    id: story.id,
    title: (story.withheld?.title ?? nameStory(story.title, review)) || titleFromPrompt(brief),
    age_group: brief.ageGroup,
    prompt: story.prompt,
    created_at: story.created_at,
    num_images: brief.pictures ? pictures.length : 0,
    status: story.status,
    job_id: makingJobId(story.jobs),
    project_id: story.project_id,
    session_id: story.session_id,
    reader_id: story.reader_id,
    review,
    cover_url: cover ? urlOf(cover) : null,
    duration_ms: story.film?.duration_ms ?? null,
    style: brief.style,
    language: story.language,
    favourite: story.favourite,
    num_scenes: story.scenes.length || brief.sceneCount,
    share_id: story.share?.id ?? null,
  };
}

/** What a story is called: one that may not be seen by what it waits for. */
export function nameStory(title: string, review: Review): string {
  return isHidden(review) ? HIDDEN_TITLES[review] : title;
}

function urlOf(asset: AssetRow): string {
  return assetUrl({
    kind: asset.kind,
    storyId: asset.story_id,
    assetId: asset.id,
    mediaType: asset.media_type,
  });
}

function modelOf(asset: AssetRow | undefined): string | null {
  const details = asset?.details;
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return null;
  return typeof details.model === 'string' ? details.model : null;
}

function makingJobId(jobs: { id: string; created_at: string; kind: string }[]): string | null {
  const making = jobs.filter(({ kind }) => kind === 'story');
  return making.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))[0]?.id ?? null;
}

/** There is never more than one at work. */
function mendingJobId(jobs: { id: string; kind: string; status: string }[]): string | null {
  const mending = jobs.find(
    ({ kind, status }) => kind === 'mend' && (status === 'pending' || status === 'processing'),
  );
  return mending?.id ?? null;
}

/** A story that has no title yet is called by the first words of its prompt. */
function titleFromPrompt(brief: SavedBrief): string {
  return brief.prompt.length <= 60 ? brief.prompt : `${brief.prompt.slice(0, 57).trimEnd()}…`;
}

/** Stories made before a figure was measured have null there. */
function buildReadingView(reading: ReadingColumn): NonNullable<StoryView['reading']> {
  return {
    words: reading.words,
    sentences: reading.sentences,
    grade: reading.grade,
    mean_sentence_length: reading.meanSentenceLength ?? null,
    spache: reading.spache ?? null,
    dale_chall: reading.daleChall ?? null,
    share_outside_age_list: reading.shareOutsideAgeList ?? null,
    band: reading.band ?? null,
    hard_words: reading.hardWords ?? [],
  };
}
