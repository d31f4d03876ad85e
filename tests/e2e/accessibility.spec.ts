import { LIGHT_COOKIE } from '../../lib/client/page-light';
import { expect, expectAccessible, test } from './fixtures';

const VISITOR_PAGES = [
  '/',
  '/stories',
  '/jobs',
  '/login',
  '/login/recover',
  '/auth/new-password',
  '/no/such/page',
];

// A half-faded picture or word has half its contrast: what is measured is the page at rest.
test.use({ contextOptions: { reducedMotion: 'reduce' }, allowedConsoleErrors: /status of 404/ });

for (const [name, colorScheme] of [
  ['light', 'light'],
  ['dark', 'dark'],
  // Goes before either; the switch in the header writes the cookie.
  ['bedtime', 'light'],
] as const) {
  test.describe(`in the ${name} colours`, () => {
    test.use({ colorScheme });
    test.beforeEach(async ({ context, baseURL }) => {
      const url = baseURL ?? '';
      if (name === 'bedtime') await context.addCookies([{ name: LIGHT_COOKIE, value: name, url }]);
    });

    test('a visitor meets no barrier on any page', async ({ page }) => {
      for (const path of VISITOR_PAGES) {
        await page.goto(path);
        await test.step(path, () => expectAccessible(page));
      }
      await page.goto('/');
      await page.getByText('Tone, voice and picture shape').click();
      await page.getByRole('button', { name: 'Weave my story' }).click();
      await expect(page.getByText('Tell us what the story is about.')).toBeVisible();
      await test.step('the form with an error', () => expectAccessible(page));
      await page.goto('/login');
      await page.getByRole('tab', { name: 'New account' }).click();
      await test.step('the sign-up form', () => expectAccessible(page));
    });

    test('the owner of a story meets no barrier on any page', async ({ page, context, madeStory }) => {
      await context.addCookies(madeStory.storageState.cookies);
      for (const path of ['/stories', '/jobs', '/jobs?status=failed', `/jobs/${madeStory.jobId}`, '/login']) {
        await page.goto(path);
        await test.step(path, () => expectAccessible(page));
      }
      await page.goto(`/stories/${madeStory.storyId}`);
      await page.getByRole('button', { name: 'Next page' }).click();
      await expect(page.getByText('The end')).toBeVisible();
      await test.step('the book', () => expectAccessible(page));
      await page.getByRole('button', { name: 'Read to me' }).click();
      await expect(page.locator('[data-spoken]')).toBeVisible();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('tab', { name: 'Film' }).click();
      await test.step('the film', () => expectAccessible(page));
      await page.getByRole('button', { name: 'Delete story' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await test.step('the question before deleting', () => expectAccessible(page));
    });
  });
}
