import type { SceneView, StoryView } from '@/lib/story/views';

/**
 * What strangers see of a story: its own words, pictures, voice and film, and nothing of who asked for it, what they asked, or
 * for whom. Every field is named here, so that a new one of the owner's view is not shown by itself.
 */
export type PublicStory = Pick<
  StoryView,
  | 'id'
  | 'title'
  | 'age_group'
  | 'language'
  | 'status'
  | 'style'
  | 'aspect_ratio'
  | 'moral'
  | 'reading'
  | 'film'
  | 'audio'
> & { scenes: SceneView[] };

/** Ids are the link's and the pages' numbers; files go through the link. Pure. */
export function buildPublicStory(story: StoryView, shareId: string): PublicStory {
  const media = <Url extends string | null>(url: Url) => (url === null ? url : sharedMediaUrl(shareId, url));
  return {
    id: shareId,
    title: story.title,
    age_group: story.age_group,
    language: story.language,
    status: story.status,
    style: story.style,
    aspect_ratio: story.aspect_ratio,
    moral: story.moral,
    reading: story.reading,
    film: story.film && {
      ...story.film,
      video_url: sharedMediaUrl(shareId, story.film.video_url),
      captions_url: sharedMediaUrl(shareId, story.film.captions_url),
      poster_url: media(story.film.poster_url),
    },
    audio: story.audio && { ...story.audio, audio_url: sharedMediaUrl(shareId, story.audio.audio_url) },
    scenes: story.scenes.map((scene, index) => ({
      id: `page-${index + 1}`,
      display_order: scene.display_order,
      title: scene.title,
      text: scene.text,
      scene_description: scene.scene_description,
      image_url: media(scene.image_url),
      image_width: scene.image_width,
      image_height: scene.image_height,
      audio_url: media(scene.audio_url),
      duration_ms: scene.duration_ms,
      words: scene.words,
      voice: scene.voice,
      // What is only for whoever mends it.
      video_url: null,
      picture_note: '',
      revision: 1,
    })),
  };
}

/** The owner's address of a file → the link's: the file's name stays, the story's id does not. */
export function sharedMediaUrl(shareId: string, url: string): string {
  return `/s/${shareId}/media/${url.slice(url.lastIndexOf('/') + 1)}`;
}
