import { expect, test } from './fixtures';

test.beforeEach(async ({ context, madeStory, page }) => {
  await context.addCookies(madeStory.storageState.cookies);
  await page.goto(`/stories/${madeStory.storyId}`);
});

test('the first view comes from the server, words and all', async ({ page, madeStory }) => {
  const html = await (await page.request.get(`/stories/${madeStory.storyId}`)).text();
  const firstWord = (await page.getByTestId('story-text').innerText()).split(/\s+/)[0] ?? '';
  expect(firstWord).not.toBe('');
  expect(html).toContain(`>${firstWord}</span>`);
});

test('arrow keys move between the tabs when a tab has the focus, and leave the pages alone', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Book' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Film' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Page 1 of 2')).toBeAttached();
});

test('turning the page while it is read goes on reading there', async ({ page }) => {
  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect(page.locator('[data-spoken]')).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 2')).toBeAttached();
  await expect(page.locator('[data-spoken]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a look at the film does not lose the page', async ({ page }) => {
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('tab', { name: 'Film' }).click();
  await page.locator('video').focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('tab', { name: 'Book' }).click();
  await expect(page.getByText('Page 2 of 2')).toBeAttached();
});

test('a page turned from the foot of the one before begins at its top', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 480 });
  await page.getByTestId('story-text').evaluate((text) => text.scrollIntoView({ block: 'end' }));
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 2')).toBeAttached();
  await expect(page.getByRole('region', { name: 'The book' }).getByRole('img')).toBeInViewport({
    ratio: 0.9,
  });
});

test('on a small screen the page can be turned without scrolling to its foot', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await expect(page.getByRole('button', { name: 'Next page' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Read to me' })).toBeInViewport({ ratio: 1 });
});

test.describe('with pictures that cannot be loaded', () => {
  test.use({ allowedConsoleErrors: /status of 500 .*\/images\// });

  test('their place says so instead of showing a torn corner', async ({ page }) => {
    await page.route('**/api/v1/stories/images/**', (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await expect(page.getByText('The picture could not be shown')).toBeVisible();
    await page.goto('/stories');
    await expect(page.getByRole('main').getByRole('listitem')).not.toHaveCount(0);
    await expect(page.locator('main img')).toHaveCount(0);
  });
});

test('nothing is wider than the screen, not even on the narrowest phone', async ({
  page,
  madeStory,
  viewport,
}) => {
  const ownWidth = viewport?.width ?? 390;
  for (const path of [
    '/',
    '/stories',
    '/jobs',
    `/stories/${madeStory.storyId}`,
    `/jobs/${madeStory.jobId}`,
  ]) {
    await page.goto(path);
    for (const width of [ownWidth, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});
