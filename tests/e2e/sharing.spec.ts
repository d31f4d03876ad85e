import { expect, expectAccessible, test } from './fixtures';

test.use({ allowedConsoleErrors: /status of 404 .*\/s\// });

test('a story is shared by a link, read by a stranger, and the link taken back', async ({
  context,
  page,
  madeStory,
  openStranger,
}) => {
  await context.addCookies(madeStory.storageState.cookies);
  await page.goto(`/stories/${madeStory.storyId}`);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('The link').inputValue();
  expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{22}$/);
  await expectAccessible(page);

  const stranger = await openStranger();
  const address = new URL(new URL(link).pathname, page.url()).href;
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(stranger.getByTestId('story-text').first()).not.toBeEmpty();
  await expect(stranger.getByRole('button', { name: 'Read to me' })).toBeVisible();
  for (const own of ['Mend', 'Share', 'Delete story']) {
    await expect(stranger.getByRole('button', { name: own })).toHaveCount(0);
  }
  await stranger.getByRole('button', { name: 'Next page' }).click();
  await expect(stranger.getByText('Page 2 of 2')).toBeAttached();
  await stranger.getByRole('tab', { name: 'Film' }).click();
  await expect
    .poll(() => stranger.locator('video').evaluate((film: HTMLVideoElement) => film.readyState))
    .toBeGreaterThan(0);
  await expectAccessible(stranger);
  expect((await stranger.context().cookies()).filter(({ name }) => name.includes('auth'))).toEqual([]);

  await page.getByRole('button', { name: 'Take the link back' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  expect((await stranger.reload())?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { name: 'This story is not shared any more' })).toBeVisible();
});

test('a shared story can be read where no script runs', async ({ browser, baseURL, madeStory }) => {
  const owner = await browser.newContext({ baseURL, storageState: madeStory.storageState });
  const put = await owner.request.put(`/api/v1/stories/${madeStory.storyId}/share`, {
    headers: { origin: new URL(baseURL ?? '').origin },
  });
  const { share_id: shareId } = (await put.json()) as { share_id: string };
  const story = (await (await owner.request.get(`/api/v1/stories/${madeStory.storyId}`)).json()) as {
    scenes: { text: string }[];
  };
  await owner.close();
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await plain.newPage();
  const html = (await (await page.goto(`/s/${shareId}`))?.text()) ?? '';
  const [first, second] = story.scenes.map(({ text }) => text.split(/['"&<>\n]/)[0]?.slice(0, 30) ?? '');
  await expect(page.getByTestId('story-text').first()).toContainText(first ?? '');
  // The pages that nobody can turn to stand below it.
  expect(html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'))).toContain(second);
  await expect(page.getByRole('main').getByRole('img').first()).toBeVisible();
  await plain.close();
});
