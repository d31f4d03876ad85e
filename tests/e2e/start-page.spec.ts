import { expect, test } from './fixtures';

const GENERATE = '**/api/v1/stories/generate';

test.use({ allowedConsoleErrors: /net::ERR_\w+ .*\/stories\/generate/ });

test('the box and its button are seen at once, and nothing is wider than the page', async ({ page }) => {
  await page.goto('/');
  const height = page.viewportSize()?.height ?? 0;
  const button = await page.getByRole('button', { name: 'Weave my story' }).boundingBox();
  // What a phone's own bars leave of its screen.
  expect((button?.y ?? height) + (button?.height ?? 0)).toBeLessThan(height - 180);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('what was typed is there again after another page and after a reload', async ({ page }) => {
  await page.goto('/');
  const prompt = page.getByLabel('What is the story about?');
  await prompt.fill('A snail who wants to see the sea');
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  await page.waitForURL('**/stories');
  await page.goBack();
  await expect(prompt).toHaveValue('A snail who wants to see the sea');
  await page.reload();
  await expect(prompt).toHaveValue('A snail who wants to see the sea');
});

test('a beginning is chosen by its picture, a voice is heard, and every choice is asked for', async ({
  page,
}) => {
  let sent: unknown;
  await page.route(GENERATE, (route) => {
    sent = route.request().postDataJSON();
    return route.abort('connectionreset');
  });
  await page.goto('/');
  await page.getByRole('button', { name: /The bubble dragon/ }).click();
  await expect(page.getByLabel('What is the story about?')).toHaveValue(/sneezes bubbles/);
  for (const picture of await page.getByRole('main').getByRole('img', { includeHidden: true }).all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .not.toBe(0);
  }
  await page.getByRole('radio', { name: '3–5' }).check();
  await page.getByRole('radio', { name: '2', exact: true }).check();
  await page.getByRole('radio', { name: /^Long/ }).check();
  await page.getByRole('radio', { name: 'Watercolour' }).check();
  await page.getByRole('radio', { name: /^Oliver/ }).check();
  const sample = page.waitForResponse(/voice-angus\.m4a/);
  await page.getByRole('button', { name: 'Hear Angus' }).click();
  expect((await sample).status()).toBeLessThan(300);
  await page.getByRole('button', { name: /Feeling and picture shape/ }).click();
  await page.getByRole('radio', { name: 'Dreamy' }).check();
  await page.getByRole('radio', { name: /^Square/ }).check();
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect
    .poll(() => sent)
    .toMatchObject({
      age_group: '3-5',
      num_illustrations: 2,
      target_length: 95,
      style: 'watercolour',
      voice: 'oliver',
      tone: 'dreamy',
      aspect_ratio: '1:1',
    });
});
