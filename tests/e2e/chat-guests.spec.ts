import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin, ownWords, storyNotes, storyteller, waitUntilAlive } from './talk';

test.use({ viewport: { width: 1440, height: 900 } });

const PASSWORD = 'a-lantern-in-the-forest';
const uniqueEmail = (name: string) => `${name}-${Date.now()}-${test.info().workerIndex}@example.com`;
const conversations = (page: Page) => page.getByRole('complementary', { name: 'Your conversations' });

/** Talks as a guest, adds a note by hand and has the story begun. @returns the conversation's path and the story's */
async function talkIntoStory(page: Page): Promise<{ conversation: string; job: string }> {
  await begin(page);
  const notes = storyNotes(page);
  await notes.getByRole('radio', { name: '2', exact: true }).check();
  await notes.getByLabel('Add a character').fill('Old Tom');
  await notes.getByLabel('Add a character').press('Enter');
  await expect(notes.getByText('What changed')).toBeVisible();
  const answer = page.waitForResponse(/\/api\/sessions\/[0-9a-f-]+\/story$/);
  await notes.getByRole('button', { name: 'Make the story' }).click();
  const { job_id: jobId } = (await (await answer).json()) as { job_id: string };
  await expect(page.getByRole('region', { name: 'Your story' })).toBeVisible();
  return { conversation: new URL(page.url()).pathname, job: `/jobs/${jobId}` };
}

async function expectConversation(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await waitUntilAlive(page);
  await expect(ownWords(page).first()).toContainText('Nova, a small fox');
  await expect(storyteller(page).first()).toBeVisible();
  await expect(storyNotes(page).getByRole('list', { name: 'Characters' })).toContainText('Old Tom');
  await expect(storyNotes(page).getByRole('list', { name: 'Characters' })).toContainText('Nova');
  await expect(page.getByRole('region', { name: 'Your story' })).toBeVisible();
}

async function expectFinishedStory(page: Page, jobPath: string): Promise<void> {
  await page.goto(jobPath);
  await expect(page.getByRole('link', { name: 'Open the story' })).toBeVisible({ timeout: 110_000 });
}

test('a guest who signs up finds conversation, notes and story; leaving breaks nothing off aloud', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const { conversation, job } = await talkIntoStory(page);
  await page.getByRole('link', { name: 'Keep my stories' }).click();
  await page.getByLabel('Email').fill(uniqueEmail('guest'));
  await page.getByLabel('Password').fill(PASSWORD);
  // The story is being made while its owner becomes somebody.
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/stories');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectConversation(page, conversation);
  await expect(conversations(page).getByRole('listitem')).toHaveCount(1);
  await expectFinishedStory(page, job);

  await test.step('signs out while pictures are on their way', async () => {
    let isSignedOut = Promise.resolve();
    await page.route('**/api/v1/stories/images/**', async (route) => {
      await isSignedOut;
      // As a browser would that asks only now: with the cookies it has.
      await route.continue({ headers: { ...route.request().headers(), cookie: '' } });
    });
    isSignedOut = page.waitForResponse('**/api/auth/sign-out').then(() => undefined);
    const asked = page.waitForRequest('**/api/v1/stories/images/**');
    await page.goto('/stories', { waitUntil: 'commit' });
    await asked;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  });
  await page.goto('/chat');
  await waitUntilAlive(page);
  await expect(page.getByRole('link', { name: /Nova|fox/ })).toHaveCount(0);
});

test('a guest who signs in to an account they have finds everything of both there', async ({
  page,
  openStranger,
}) => {
  test.setTimeout(200_000);
  const email = uniqueEmail('account');
  const elsewhere = await openStranger();
  await test.step('the account, made on another device, has a conversation of its own', async () => {
    await begin(elsewhere);
    await elsewhere.getByRole('link', { name: 'Keep my stories' }).click();
    await elsewhere.getByLabel('Email').fill(email);
    await elsewhere.getByLabel('Password').fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Make my account' }).click();
    await elsewhere.waitForURL('**/stories');
  });

  const { conversation, job } = await talkIntoStory(page);
  await page.getByRole('link', { name: 'Keep my stories' }).click();
  await page.getByRole('tab', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/stories');
  await expectConversation(page, conversation);
  await expect(conversations(page).getByRole('listitem')).toHaveCount(2);
  await expectFinishedStory(page, job);
  // The other device is the same account: it finds them too.
  await expectConversation(elsewhere, conversation);
  await expect(conversations(elsewhere).getByRole('listitem')).toHaveCount(2);
  await elsewhere.goto('/stories');
  await expect(elsewhere.getByRole('main').getByRole('article')).toHaveCount(1);
});
