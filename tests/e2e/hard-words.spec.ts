import type { GenerateStoryRequest, JobAcceptedView, JobView, StoryView } from '../../lib/story/views';
import { expect, expectAccessible, test } from './fixtures';

const REQUEST: GenerateStoryRequest = {
  prompt: 'Nova the mouse finds a golden cello',
  age_group: '6-8',
  num_illustrations: 1,
  generate_images: false,
  generate_film: false,
  seed: 3,
};
const MAKING_TIMEOUT_MS = 60_000;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a hard word tells what it means, by hand, by keyboard and by ear, and grown-ups see how hard the story is', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const answer = await context.request.post('/api/v1/stories/generate', {
    data: REQUEST,
    headers: { origin: new URL(baseURL ?? '').origin },
  });
  const { job_id: jobId, story_id: storyId } = (await answer.json()) as JobAcceptedView;
  await expect
    .poll(
      async () =>
        ((await (await context.request.get(`/api/v1/stories/jobs/${jobId}`)).json()) as JobView).status,
      { timeout: MAKING_TIMEOUT_MS, intervals: [500] },
    )
    .toBe('completed');
  const story = (await (await context.request.get(`/api/v1/stories/${storyId}`)).json()) as StoryView;
  const cello = story.reading?.hard_words.find(({ word }) => word === 'cello');
  expect(cello?.meaning).toBe('a big violin that stands on the floor');
  expect(story.reading?.band).toBe('in_band');

  await page.goto(`/stories/${storyId}`);
  const word = page.getByTestId('story-text').getByRole('button', { name: 'cello', exact: true });
  await word.click();
  const meaning = page.getByRole('dialog', { name: 'What “cello” means' });
  await expect(meaning).toContainText('a big violin that stands on the floor');
  await expectAccessible(page);

  await meaning.getByRole('button', { name: 'Hear it' }).click();
  const audio = page.locator('audio');
  await expect
    .poll(() => audio.evaluate((element: HTMLAudioElement) => element.readyState))
    .toBeGreaterThan(0);
  // It stops by itself and stands where it stood.
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.paused)).toBe(true);
  expect(await audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBe(0);

  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(word).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(meaning).toBeVisible();
  // It listens for presses elsewhere a moment after it is seen.
  await expect(async () => {
    await page.mouse.click(2, 2);
    await expect(meaning).toBeHidden({ timeout: 500 });
  }).toPass();

  await page.setViewportSize({ width: 390, height: 700 });
  await word.click();
  const box = await meaning.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');

  // While it is read, asking for a word lets the voice wait.
  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect(page.locator('[data-spoken]')).toBeVisible();
  await word.click();
  await expect(page.getByRole('button', { name: 'Read to me' })).toBeVisible();
  await page.keyboard.press('Escape');

  const level = page.getByRole('region', { name: 'Reading level' });
  await expect(level).toContainText('Fits ages 6');
  await expect(level).toContainText('cello');
  await expectAccessible(page);
});
