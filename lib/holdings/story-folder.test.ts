import { expect, test } from 'vitest';
import { planStoryFiles, storyFolder } from './story-folder.ts';
import { buildStoryMarkdown } from './story-markdown.ts';

test('a title leads nowhere else, and every file system takes its folder', () => {
  const folders = ['../../etc/passwd', '..', '', 'Pip: “the <brave>” | C:\\x.', 'ö'.repeat(300)].map(
    (title) => storyFolder(title, 7),
  );
  expect(folders[1]).toBe('stories/0007 Story');
  expect(folders[2]).toBe('stories/0007 Story');
  for (const folder of folders) {
    expect(folder).toMatch(/^stories\/0007 [^/\\:*?"<>|]+$/);
    expect(folder).not.toMatch(/[. ]$/);
    expect(folder.length).toBeLessThanOrEqual(80);
  }
});

test('every file of a story has a name of its own: by its page where it is used, aside where it is not', () => {
  const asset = (id: string, kind: string, media_type: string) => ({ id, kind, media_type });
  const story = {
    film_asset_id: 'f',
    captions_asset_id: 'c',
    poster_asset_id: null,
    audio_asset_id: null,
    scenes: [
      {
        position: 0,
        picture_asset_id: 'p',
        narration_asset_id: 'n',
        clip_asset_id: null,
        video_asset_id: null,
      },
    ],
    assets: [
      asset('p', 'picture', 'image/png'),
      asset('old', 'picture', 'image/png'),
      asset('n', 'narration', 'audio/wav'),
      asset('f', 'film', 'video/mp4'),
      asset('c', 'captions', 'text/vtt'),
      asset('hero', 'character', 'image/png'),
    ],
  };
  expect(planStoryFiles(story as never).map(({ name }) => name)).toEqual([
    'captions.vtt',
    'film.mp4',
    'characters/hero.png',
    'voices/page 001.wav',
    'earlier/picture old.png',
    'pictures/page 001.png',
  ]);
});

test('a story without pages yet, without a title, is a story all the same', () => {
  const text = buildStoryMarkdown({
    title: '',
    moral: '',
    prompt: ' a snail ',
    ageGroup: '6-8',
    createdAt: '2026-11-21T18:00:00Z',
    review: 'none',
    pages: [],
  });
  expect(text).toBe('# A story without a title\n\n*Told on 2026-11-21 for ages 6-8. The wish: “a snail”*\n');
});
