import type { StoryView } from '../story/views';

/** What an agent needs of a story: less than a page of ours does, and no word timings. */
export function describeStory(story: StoryView) {
  const { id, job_id, title, status, age_group, content, moral, created_at, film, audio } = story;
  return {
    story_id: id,
    job_id,
    title,
    status,
    age_group,
    created_at,
    text: content,
    moral,
    pages: story.scenes.map((scene) => ({
      page: scene.display_order + 1,
      ...(scene.title && { title: scene.title }),
      text: scene.text,
      picture_shows: scene.scene_description,
      image_url: scene.image_url,
      audio_url: scene.audio_url,
      video_url: scene.video_url,
    })),
    film: film && {
      video_url: film.video_url,
      captions_url: film.captions_url,
      duration_ms: film.duration_ms,
    },
    audio_url: audio?.audio_url ?? null,
  };
}
