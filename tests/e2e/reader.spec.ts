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

test('nothing is wider than the screen', async ({ page, madeStory }) => {
  for (const path of [
    '/',
    '/stories',
    '/jobs',
    `/stories/${madeStory.storyId}`,
    `/jobs/${madeStory.jobId}`,
  ]) {
    await page.goto(path);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, path).toBeLessThanOrEqual(0);
  }
});
