import type { Page } from '@playwright/test';
import type { JobAcceptedView, JobView } from '../../lib/story/views';
import { expect, test } from './fixtures';

const PROMPT = 'Oskar the penguin has never seen a tree';

// A lost network, and a stream that a test takes away.
test.use({ allowedConsoleErrors: /net::ERR_\w+/ });

test('a story can be stopped, and what is missing made later by a job of its own', async ({ page }) => {
  await startStory(page, 12);
  const firstJob = page.url();
  await expect(page.getByTestId('growing-text').first()).toBeVisible({ timeout: 30_000 });
  const told = await page.getByTestId('growing-text').first().textContent();
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });

  const retried = page.waitForResponse('**/retry');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect((await retried).status()).toBe(202);
  await page.waitForURL((url) => url.pathname.startsWith('/jobs/') && url.href !== firstJob);
  // The very same words: nobody writes them again.
  await expect(page.getByTestId('growing-text').first()).toHaveText(told ?? '');
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });

  const repeated = page.waitForRequest('**/api/v1/stories/generate');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  expect((await repeated).postDataJSON()).toMatchObject({
    prompt: PROMPT,
    num_illustrations: 12,
    style: 'crayon',
  });
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });
});

test('a story is watched as it is made, also after the network was gone in the middle', async ({
  page,
  context,
}) => {
  // Its film is made on the cores that run the tests.
  test.setTimeout(180_000);
  await startStory(page, 4);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByTestId('growing-text').first()).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);
  await expect(page.getByText('Your story goes on being made')).toBeVisible();
  // What is there can still be read.
  await expect(page.getByTestId('growing-text').first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Your story is ready.')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('Your story goes on being made')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Hear page/ })).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'The pages so far' }).getByRole('img')).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'The film' }).locator('video')).toBeVisible();

  const jobId = page.url().split('/').at(-1);
  const refused = await page.request.post(`/api/v1/stories/jobs/${jobId}/retry`, {
    headers: { origin: new URL(page.url()).origin },
  });
  expect(refused.status()).toBe(409);
  await page.getByRole('link', { name: 'Open the story' }).press('Enter');
  await page.waitForURL(/\/stories\/[0-9a-f-]{36}/);
});

test('without the event stream the page still moves, and says kindly when a story failed', async ({
  page,
}) => {
  await page.route('**/events*', (route) => route.abort('connectionrefused'));
  await startStory(page, 12);
  await expect(page.getByTestId('growing-text').first()).toBeVisible({ timeout: 30_000 });

  const jobId = new URL(page.url()).pathname.split('/').at(-1);
  await page.route(`**/api/v1/stories/jobs/${jobId}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    const failed: Partial<JobView> = {
      status: 'failed',
      stage: 'done',
      error_code: 'disk_full',
      error: 'ENOSPC',
    };
    return route.fulfill({ response: answer, json: { ...((await answer.json()) as JobView), ...failed } });
  });
  await expect(page.getByRole('alert').filter({ hasText: 'There is no room left' })).toBeVisible();
  await expect(page.getByText('ENOSPC')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.request.delete(`/api/v1/stories/jobs/${jobId}`, {
    headers: { origin: new URL(page.url()).origin },
  });
});

test('the workshop is found one’s way about in with the keyboard alone', async ({ page }) => {
  await startStory(page, 12);
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });

  const jobPath = new URL(page.url()).pathname;
  await page.goto('/jobs');
  // By its address: its title is the storyteller's own and need not name the penguin.
  const story = page.getByRole('main').locator(`a[href="${jobPath}"]`).filter({ visible: true }).first();
  await expect(story).toBeVisible();
  await page.getByRole('link', { name: 'Stopped', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/status=cancelled/);
  await expect(story).toBeVisible();
  await page.getByRole('link', { name: 'Did not work', exact: true }).press('Enter');
  await expect(page.getByText('No story went wrong.')).toBeVisible();
  await page.getByRole('link', { name: 'All', exact: true }).press('Enter');

  const box = page.getByRole('searchbox', { name: 'Words of a title or a wish' });
  await box.focus();
  await page.keyboard.type('a whale');
  await expect(page).toHaveURL(/text=a\+whale/);
  await expect(page.getByText('Nothing here fits.')).toBeVisible();
  await box.fill('PENGUIN has never');
  await expect(story).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'What was asked for' })).toBeFocused();
  const asked = page.waitForRequest((request) => request.url().includes('kind=mend'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await asked;
  await expect(page.getByText('Nothing here fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(story).toBeVisible();
  // The address is the view: it comes back as it was.
  await page.goto('/jobs?status=cancelled&text=penguin&sort=oldest');
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('oldest');
  await expect(story).toBeVisible();
});

/** As a guest of this browser, past the form: that has tests of its own. */
async function startStory(page: Page, pageCount: number): Promise<void> {
  const { baseURL } = test.info().project.use;
  const answer = await page.request.post('/api/v1/stories/generate', {
    data: { prompt: PROMPT, age_group: '9-12', num_illustrations: pageCount, style: 'crayon' },
    headers: { origin: new URL(baseURL ?? '').origin },
  });
  expect(answer.status()).toBe(202);
  const { job_id: jobId } = (await answer.json()) as JobAcceptedView;
  await page.goto(`/jobs/${jobId}`);
}
