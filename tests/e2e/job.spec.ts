import type { Page } from '@playwright/test';
import type { JobView } from '../../lib/story/views';
import { expect, test } from './fixtures';

const PROMPT = 'Oskar the penguin has never seen a tree';

test.use({ allowedConsoleErrors: /net::ERR_\w+ .*\/events/ });

test('a story can be stopped, and tried again with the same wishes', async ({ page }) => {
  await startStory(page, '12');
  const firstJob = page.url();
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });

  const repeated = page.waitForRequest('**/api/v1/stories/generate');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect((await repeated).postDataJSON()).toMatchObject({
    prompt: PROMPT,
    age_group: '9-12',
    num_illustrations: 12,
    style: 'crayon',
  });
  await page.waitForURL((url) => url.pathname.startsWith('/jobs/') && url.href !== firstJob);
  await page.getByRole('button', { name: 'Stop this story' }).click();
  await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });

  await page.goto('/jobs?status=cancelled');
  await expect(page.getByText('Stopped').nth(1)).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'ages 9–12' })).toHaveCount(2);
});

test('without the event stream the page still moves, and says kindly when a story failed', async ({
  page,
}) => {
  await page.route('**/events', (route) => route.abort('connectionrefused'));
  await startStory(page, '12');
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

async function startStory(page: Page, pageCount: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('What is the story about?').fill(PROMPT);
  await page.getByRole('radio', { name: '9–12' }).check();
  await page
    .getByRole('group', { name: 'How many pages?' })
    .getByRole('radio', { name: pageCount, exact: true })
    .check();
  await page.getByRole('radio', { name: 'Crayon' }).check();
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
}
