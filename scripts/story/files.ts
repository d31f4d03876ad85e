import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoryView } from '../../lib/story/views.ts';
import type { StoryApi } from './api.ts';

/** Writes a finished story into a folder. @returns the absolute paths, in reading order */
export async function saveStoryFiles(api: StoryApi, story: StoryView, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const storyFile = path.join(folder, 'story.json');
  await writeFile(storyFile, `${JSON.stringify(story, null, 2)}\n`);
  const wanted = story.scenes.flatMap((scene) => {
    const name = `scene-${String(scene.display_order + 1).padStart(2, '0')}`;
    return [scene.image_url, scene.audio_url].flatMap((url) =>
      url ? [{ url, name: name + extensionOf(url) }] : [],
    );
  });
  if (story.film) {
    wanted.push(
      { url: story.film.video_url, name: 'film.mp4' },
      { url: story.film.captions_url, name: 'captions.vtt' },
    );
  }
  const files = [storyFile];
  for (const { url, name } of wanted) {
    const file = path.join(folder, name);
    await api.download(url, file);
    files.push(file);
  }
  return files;
}

function extensionOf(url: string): string {
  return path.extname(new URL(url, 'http://localhost').pathname);
}
