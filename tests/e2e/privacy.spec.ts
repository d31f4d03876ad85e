import { expect, test } from './fixtures';

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

test.use({ allowedConsoleErrors: /status of 404/ });

test('somebody else sees neither the story nor the job nor the files', async ({
  openStranger,
  madeStory,
}) => {
  const stranger = await openStranger();
  for (const path of [`/stories/${madeStory.storyId}`, `/jobs/${madeStory.jobId}`]) {
    const answer = await stranger.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(stranger.getByRole('heading', { name: 'This page slipped out of the book' })).toBeVisible();
  }
  await stranger.goto('/stories');
  await expect(stranger.getByRole('heading', { name: 'Your shelf is still empty' })).toBeVisible();
  await stranger.goto('/jobs');
  await expect(stranger.getByRole('heading', { name: 'Nothing on the loom' })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page }) => {
  const nowhere = [
    `/stories/${NOBODYS_ID}`,
    '/stories/not-an-id',
    `/jobs/${NOBODYS_ID}`,
    '/jobs/%00',
    '/no/such/page',
  ];
  for (const path of nowhere) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page slipped out of the book' })).toBeVisible();
  }
});

test('a link for a new password that was never sent does not work', async ({ page }) => {
  await page.goto('/auth/new-password');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

test('a link of a mail that does not work says why', async ({ page }) => {
  await page.goto('/auth/confirm?type=recovery&token_hash=never-sent');
  await page.waitForURL('**/login/recover?error=*');
  await expect(page.getByText('has expired or was already used')).toBeVisible();
  await page.goto('/auth/confirm');
  await page.waitForURL('**/login?error=*');
  await expect(page.getByText('That link is not complete')).toBeVisible();
});
