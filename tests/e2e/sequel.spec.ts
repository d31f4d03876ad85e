import { expect, expectAccessible, test } from './fixtures';

const WISH = 'The next evening Nova hears the moon whisper back';

test.beforeEach(async ({ context, madeStory, page }) => {
  await context.addCookies(madeStory.storageState.cookies);
  await page.goto(`/stories/${madeStory.storyId}`);
});

test('a reader sees who is in the story, each with a picture and a name', async ({ page }) => {
  const cast = page.getByRole('region', { name: 'Who is in this story' });
  await expect(cast.getByRole('heading', { name: 'Nova' })).toBeVisible();
  const portrait = cast.getByRole('img', { name: 'Nova, fox' });
  await portrait.scrollIntoViewIfNeeded();
  await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
});

test('with the keyboard alone the same hero gets a new night, which says what it comes after', async ({
  page,
}) => {
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const button = page.getByRole('button', { name: 'Same hero, new night' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Same hero, new night' });
  const wish = dialog.getByRole('textbox', { name: 'What happens to Nova next?' });
  await expect(wish).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');

  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Tell us what happens next.');
  await expect(wish).toBeFocused();
  await page.keyboard.type(WISH);
  await expect(dialog.getByRole('alert')).toBeHidden();
  // Arrows move in the words here; the book behind stays where it is.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Page 1 of 2')).toBeAttached();
  await page.keyboard.press('Control+Enter');

  await expect(page).toHaveURL(/\/jobs\//, { timeout: 30_000 });
  await page.getByRole('link', { name: 'Open the story' }).click({ timeout: 80_000 });
  await expect(page).toHaveURL(/\/stories\//, { timeout: 30_000 });
  await expect(page.getByRole('link', { name: `After: ${title}` })).toBeVisible();
  const cast = page.getByRole('region', { name: 'Who is in this story' });
  await expect(cast.getByRole('heading', { name: 'Nova' })).toBeVisible();
  await page.getByRole('link', { name: `After: ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('on a phone the wish fits the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.getByRole('button', { name: 'Same hero, new night' }).click();
  const dialog = page.getByRole('dialog', { name: 'Same hero, new night' });
  await expect(dialog.getByRole('textbox')).toBeInViewport({ ratio: 1 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const start = dialog.getByRole('button', { name: 'Weave the next story' });
  await start.scrollIntoViewIfNeeded();
  await expect(start).toBeInViewport({ ratio: 1 });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});
