import { expect, expectAccessible, test, waitUntilListening } from './fixtures';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the light is chosen with keys alone, stays, and the browser’s own bar follows', async ({ page }) => {
  await page.goto('/login');
  const root = page.locator('html');
  const bar = page.locator('meta[name="theme-color"]').first();
  const menu = page.getByRole('button', { name: 'Light of the pages' });
  await expect(root).not.toHaveAttribute('data-theme');
  await waitUntilListening(menu);
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'As the device' })).toBeFocused();
  for (const [light, ground] of [
    ['light', '#fdf8ee'],
    ['dark', '#161329'],
    ['bedtime', '#17100a'],
  ] as const) {
    await page.keyboard.press('ArrowDown');
    await expect(root).toHaveAttribute('data-theme', light);
    await expect(bar).toHaveAttribute('content', ground);
    await expectAccessible(page);
  }
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'bedtime');
  await waitUntilListening(menu);
  await menu.click();
  await page.getByRole('radio', { name: 'As the device' }).check();
  await expect(root).not.toHaveAttribute('data-theme');
  await page.reload();
  await expect(root).not.toHaveAttribute('data-theme');
});

test.describe('without a connection', () => {
  test.use({
    serviceWorkers: 'allow',
    allowedConsoleErrors: /ERR_INTERNET_DISCONNECTED|status of 503/,
  });

  test('what is open stays, what is opened says so, and both come back by themselves or by a press', async ({
    page,
    context,
  }) => {
    await page.goto('/login');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await expect(page.getByText('What is open can still be read.')).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(page.getByText('What is open can still be read.')).toBeHidden();

    await context.setOffline(true);
    await page.goto('/privacy?from=here');
    await expect(page.getByRole('heading', { name: 'The thread does not reach this far' })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'What is kept, and what is not' }),
    ).toBeVisible();
    await expect(page).toHaveURL(/\/privacy\?from=here$/);
  });
});

test('a book on its way has its shape where it will be', async ({ page, context, madeStory }) => {
  await context.addCookies(madeStory.storageState.cookies);
  await page.goto('/stories');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`**/stories/${madeStory.storyId}?_rsc=*`, async (route) => {
    await held;
    await route.continue();
  });
  await page.locator(`a[href="/stories/${madeStory.storyId}"]`).first().click();
  await expect(page.getByRole('status', { name: 'Fetching the book' })).toBeVisible();
  answer();
  await expect(page.getByRole('region', { name: 'The book' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Fetching the book' })).toBeHidden();
});
