import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** From the narrowest phones on, and on both sides of every width at which the header changes. */
const WIDTHS_PX = [
  320, 344, 352, 360, 375, 383, 384, 390, 400, 415, 416, 430, 439, 440, 480, 575, 576, 639, 640, 767, 768,
  863, 864,
];

/** A page that scrolls sideways, or a header out of which something hangs, is too wide. */
async function expectFits(page: Page): Promise<void> {
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: 740 });
    const reach = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('body > header, header a, header button')];
      return {
        page: document.documentElement.scrollWidth,
        header: Math.ceil(Math.max(...parts.map((part) => part.getBoundingClientRect().right))),
      };
    });
    expect(reach.page, `the page at ${width}px`).toBeLessThanOrEqual(width);
    expect(reach.header, `the header at ${width}px`).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 320, height: 740 });
  for (const name of ['Storyloom', 'Talk', 'Stories', 'Loom']) {
    await expect(page.getByRole('banner').getByRole('link', { name, exact: true })).toBeVisible();
  }
}

test('the header fits the narrowest phones, for visitors, guests and members', async ({
  page,
  context,
  baseURL,
  madeStory,
}) => {
  const header = page.getByRole('banner');
  await test.step('somebody nobody knows', async () => {
    await page.goto('/login');
    await expect(header.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expectFits(page);
  });

  await test.step('a guest', async () => {
    await context.addCookies(madeStory.storageState.cookies);
    await page.goto('/login');
    await expect(header.getByRole('link', { name: 'Keep my stories' })).toBeVisible();
    await expectFits(page);
    await expect(header.getByRole('link', { name: 'Keep my stories' })).toBeVisible();
  });

  await test.step('a member with a long address', async () => {
    // Not the guest of the story: other tests go on as them.
    await context.clearCookies();
    const email = `a-reader-with-a-rather-long-name-${randomUUID()}@example.org`;
    const password = 'a lantern in the forest';
    const signedUp = await page.request.post('/api/auth/sign-up', {
      data: { email, password },
      headers: { origin: new URL(baseURL ?? '').origin },
    });
    expect(signedUp.status()).toBe(200);
    await page.goto('/account');
    await expect(header.getByRole('link', { name: `Your account, signed in as ${email}` })).toBeVisible();
    await expectFits(page);
    await expect(page.getByRole('main').getByRole('button', { name: 'Sign out' })).toBeVisible();
  });
});
