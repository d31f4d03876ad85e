import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

test.use({ viewport: { width: 1440, height: 900 } });

/** Says something and waits until the storyteller has answered it. */
async function say(page: Page, words: string): Promise<void> {
  const answers = page.getByRole('article', { name: 'The storyteller' });
  const before = await answers.count();
  const composer = page.getByLabel('Your words to the storyteller');
  // The page takes the focus there once it is alive.
  await expect(composer).toBeFocused();
  await composer.fill(words);
  await composer.press('Enter');
  await expect(answers).toHaveCount(before + 1);
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
}

async function begin(page: Page): Promise<void> {
  await page.goto('/chat');
  await say(page, 'A story about Nova, a small fox who lives in an old lighthouse');
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
}

test('a conversation fills the story notes and becomes a finished story', async ({ page }) => {
  test.setTimeout(180_000);
  await begin(page);
  const notes = page.getByRole('region', { name: 'Story notes' });
  await expect(notes.getByRole('list', { name: 'Characters' })).toContainText('Nova');
  await say(page, 'Her best friend is Pip, a clever owl.');
  await expect(notes.getByRole('list', { name: 'Characters' })).toContainText('Pip');
  await notes.getByLabel('Add a character').fill('Old Tom');
  await notes.getByLabel('Add a character').press('Enter');
  await expect(notes.getByText('What changed')).toBeVisible();
  await page.reload();
  await expect(notes.getByRole('list', { name: 'Characters' })).toContainText('Old Tom');
  await expectAccessible(page);
  await notes.getByRole('button', { name: 'Make the story' }).click();
  const story = page.getByRole('region', { name: 'Your story' });
  await expect(story).toBeVisible();
  await expect(story.getByRole('link', { name: 'Read it' })).toBeVisible({ timeout: 120_000 });
});

test('what was said is there after a reload, and a second tab hears what the first one says', async ({
  page,
  context,
}) => {
  await begin(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(
    second.getByRole('article', { name: 'You' }).getByText('who lives in an old lighthouse'),
  ).toBeVisible();
  await page.bringToFront();
  await say(page, 'Her best friend is Pip, a clever owl.');
  await expect(second.getByRole('article', { name: 'You' })).toHaveCount(2);
  await expect(second.getByRole('article', { name: 'The storyteller' })).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('article', { name: 'The storyteller' })).toHaveCount(2);
});

test('something said differently takes the place of what was said', async ({ page }) => {
  await begin(page);
  await page.getByRole('button', { name: 'Say it differently' }).click();
  const editor = page.getByRole('article', { name: 'You' }).getByRole('textbox');
  await editor.fill('A story about Bruno, a bear who bakes bread');
  await editor.press('Enter');
  await expect(page.getByRole('article', { name: 'You' })).toHaveText(/Bruno/);
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
  await expect(page.getByText('old lighthouse', { exact: false }).first()).not.toHaveText(
    /small fox who lives/,
  );
});

test('a conversation is renamed, found by its words and deleted', async ({ page }) => {
  await begin(page);
  const list = page.getByRole('complementary', { name: 'Your conversations' });
  await list.getByRole('button', { name: /^Rename/ }).click();
  await list.getByLabel('Name of the conversation').fill('The fox at sea');
  await list.getByLabel('Name of the conversation').press('Enter');
  await expect(list.getByRole('link', { name: 'The fox at sea' })).toBeVisible();
  await list.getByLabel('Search your conversations').fill('giraffe');
  await expect(list.getByText('Nothing was said about that.')).toBeVisible();
  await list.getByLabel('Search your conversations').fill('lighthouse');
  await expect(list.getByRole('link', { name: 'The fox at sea' })).toBeVisible();
  await list.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/chat$/);
  await expect(page.getByRole('link', { name: 'The fox at sea' })).toHaveCount(0);
});

test.describe('somebody else', () => {
  test.use({ allowedConsoleErrors: /status of 40[14]/ });
  test('does not find a conversation', async ({ page, openStranger }) => {
    await begin(page);
    const stranger = await openStranger();
    const answer = await stranger.goto(page.url());
    expect(answer?.status()).toBe(404);
  });
});
