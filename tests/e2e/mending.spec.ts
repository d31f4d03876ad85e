import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { StoryView } from '../../lib/story/views';
import { expect, expectAccessible, findCutOff, test } from './fixtures';
import { type MadeStory, makeStory } from './made-story';

/** The mending table: words, picture, voice, place and the way back. One story without a film, changed by one test after another. */
test.describe.configure({ mode: 'serial' });
test.use({ allowedConsoleErrors: /status of (401|409|422|400)/ });

let made: MadeStory;
test.beforeAll(async ({ browser, baseURL }) => {
  if (!baseURL) throw new Error('The project has no baseURL.');
  const context = await browser.newContext({ baseURL });
  made = await makeStory(context, baseURL, { generate_film: false, num_illustrations: 3 });
  await context.close();
});
test.beforeEach(async ({ context }) => {
  await context.addCookies(made.storageState.cookies);
});

const readStory = async (context: BrowserContext) =>
  (await (await context.request.get(`/api/v1/stories/${made.storyId}`)).json()) as StoryView;
/** Opens the story with the mending table at a page. */
async function openTable(page: Page, number = 1): Promise<Locator> {
  await page.goto(`/stories/${made.storyId}?page=${number}`);
  await page.getByRole('button', { name: 'Mend', exact: true }).click();
  const table = page.getByRole('region', { name: 'Mend this story' });
  await expect(table.getByRole('region', { name: `Page ${number}`, exact: true })).toBeVisible();
  return table;
}
const waitUntilMade = (context: BrowserContext) =>
  expect.poll(async () => (await readStory(context)).mending_job_id, { timeout: 60_000 }).toBeNull();

test('new words are kept over a reload, saved, spoken anew, and can be taken back', async ({
  context,
  page,
}) => {
  const before = await readStory(context);
  const table = await openTable(page, 2);
  const words = 'Then Nova found a small blue letter. It smelled of the moon.';
  await table.getByLabel('The words of page 2').fill(words);
  await page.reload();
  // It is open again, at the same page, with the same words.
  await expect(table.getByLabel('The words of page 2')).toHaveValue(words);
  await expectAccessible(page);
  expect(await findCutOff(page)).toEqual([]);
  await table.getByRole('button', { name: 'Save the words' }).click();
  await expect(page.getByText('Page 2 is told in other words.', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The book' }).getByText('small blue letter')).toBeVisible();
  await waitUntilMade(context);
  const after = await readStory(context);
  expect(after.scenes[1]?.text).toBe(words);
  expect(after.scenes[1]?.words.map(({ text }) => text)).toContain('letter.');
  expect(after.scenes[1]?.audio_url).not.toBe(before.scenes[1]?.audio_url);
  expect(after.scenes[0]?.audio_url).toBe(before.scenes[0]?.audio_url);

  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect(page.locator('[data-spoken]')).toBeVisible();

  await table.getByRole('tab', { name: 'History' }).click();
  await table.getByRole('button', { name: 'Take it back to version 1' }).click();
  await expect.poll(async () => (await readStory(context)).scenes[1]?.text).toBe(before.scenes[1]?.text);
  // What was made for it is there still.
  expect((await readStory(context)).scenes[1]?.audio_url).toBe(before.scenes[1]?.audio_url);
});

test('another picture with a note, and another voice', async ({ context, page }) => {
  const before = await readStory(context);
  const table = await openTable(page);
  await table.getByLabel('What should it show?').fill('At night, with a lantern');
  await table.getByRole('button', { name: 'Paint it again' }).click();
  await expect(page.getByText('Page 1 gets another picture.', { exact: true })).toBeVisible();
  await table.getByRole('radio', { name: 'Oliver' }).check();
  await table.getByRole('button', { name: 'Let Oliver read it' }).click();
  await expect(page.getByText('Oliver reads page 1.', { exact: true })).toBeVisible();
  await waitUntilMade(context);
  const after = await readStory(context);
  expect(after.scenes[0]?.picture_note).toBe('At night, with a lantern');
  expect(after.scenes[0]?.image_url).not.toBe(before.scenes[0]?.image_url);
  expect(after.scenes[0]?.voice).toBe('oliver');
  expect(after.scenes[1]?.image_url).toBe(before.scenes[1]?.image_url);
});

test('a page is moved and taken out with the keyboard, and comes back', async ({ context, page }) => {
  const before = (await readStory(context)).scenes.map(({ id }) => id);
  const [first = '', second = '', third = ''] = before;
  const table = await openTable(page);
  await table.getByRole('button', { name: 'Later' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await readStory(context)).scenes.map(({ id }) => id))
    .toEqual([second, first, third]);
  await expect(table.getByRole('region', { name: 'Page 2', exact: true })).toBeVisible();
  await expect(table.getByRole('button', { name: 'Later' })).toBeFocused();

  await table.getByRole('button', { name: 'Take this page out' }).press('Enter');
  await expect(page.getByText('Page 2 is taken out.', { exact: true })).toBeVisible();
  await expect.poll(async () => (await readStory(context)).scenes.length).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(async () => (await readStory(context)).scenes.map(({ id }) => id))
    .toEqual([second, first, third]);
});

test('two tabs on one page: the later one is shown both, and chooses', async ({ context, page }) => {
  const other = await context.newPage();
  const [table, elsewhere] = [await openTable(page), await openTable(other)];
  await table.getByLabel('The words of page 1').fill('Words from here.');
  await elsewhere.getByLabel('The words of page 1').fill('Words from there.');
  await elsewhere.getByRole('button', { name: 'Save the words' }).click();
  await expect(other.getByText('Page 1 is told in other words.', { exact: true })).toBeVisible();
  await table.getByRole('button', { name: 'Save the words' }).click();
  const choice = table.getByRole('alert', { name: 'Changed in another place' });
  await expect(choice.getByText('Words from there.')).toBeVisible();
  await expect(choice.getByText('Words from here.')).toBeVisible();
  await choice.getByRole('button', { name: 'Put both together' }).click();
  await expect(table.getByLabel('The words of page 1')).toHaveValue('Words from there.\n\nWords from here.');
  await table.getByRole('button', { name: 'Save the words' }).click();
  await expect
    .poll(async () => (await readStory(context)).scenes[0]?.text)
    .toBe('Words from there.\n\nWords from here.');
  await other.close();
});

test('what the guard refuses, and what a session’s end interrupts, stays in the box', async ({
  context,
  page,
}) => {
  const table = await openTable(page, 3);
  const box = table.getByLabel('The words of page 3');
  await box.fill('The naked killer cut off his head and blood was everywhere.');
  await table.getByRole('button', { name: 'Save the words' }).click();
  await expect(table.getByText('Try it in other words.')).toBeVisible();
  await expect(box).toHaveValue(/killer/);

  await box.fill('They all slept well.');
  await context.clearCookies();
  await table.getByRole('button', { name: 'Save the words' }).click();
  await expect(table.getByRole('link', { name: 'Sign in again' })).toBeVisible();
  await expect(box).toHaveValue('They all slept well.');
  // Back in this browser, as after signing in: the same press goes through.
  await context.addCookies(made.storageState.cookies);
  await table.getByRole('button', { name: 'Save the words' }).click();
  await expect.poll(async () => (await readStory(context)).scenes[2]?.text).toBe('They all slept well.');
});
