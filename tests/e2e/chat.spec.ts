import { expect, expectAccessible, test } from './fixtures';
import { begin, composer, openNewConversation, say, waitUntilAlive } from './talk';

test.use({ viewport: { width: 1440, height: 900 } });

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

test('words that were not sent are there after a reload, each conversation’s own', async ({ page }) => {
  await openNewConversation(page);
  await composer(page).fill('A story about');
  await page.reload();
  await expect(composer(page)).toHaveValue('A story about');
  await waitUntilAlive(page);
  await say(page, 'A story about Nova, a small fox who lives in an old lighthouse');
  await composer(page).fill('Her best friend is');
  await page.reload();
  await expect(composer(page)).toHaveValue('Her best friend is');
  await openNewConversation(page);
  await expect(composer(page)).toHaveValue('');
  await page.goBack();
  await waitUntilAlive(page);
  await say(page, 'Her best friend is Pip, a clever owl.');
  await page.reload();
  await waitUntilAlive(page);
  await expect(composer(page)).toHaveValue('');
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
