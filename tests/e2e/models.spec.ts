import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

async function openAccount(page: Page): Promise<void> {
  await page.goto('/login');
  await page.getByRole('tab', { name: 'New account' }).click();
  await page.getByLabel('Email').fill(`models-${Date.now()}-${test.info().workerIndex}@example.com`);
  await page.getByLabel('Password').fill('a-lantern-in-the-forest');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/stories');
}

// A half-faded word has half its contrast: what is measured is the page at rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('a member sees who does which work and which services there could be', async ({ page }) => {
      await openAccount(page);
      await page.goto('/account');
      await page.getByRole('link', { name: 'See models' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
      const main = page.getByRole('main');
      await expect(main).toContainText('builtin/storyteller');
      await expect(main).toContainText('Writes the story');
      await expect(main.getByText('Always there')).toBeVisible();
      const others = main.locator('summary');
      await others.focus();
      await page.keyboard.press('Enter');
      await expect(main.getByRole('heading', { name: 'Anthropic' })).toBeVisible();
      await expect(main).toContainText('It needs ANTHROPIC_API_KEY in the settings.');
      await expectAccessible(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
    });
  });
}

test('somebody without an account is told what they would see', async ({ page }) => {
  await page.goto('/account/models');
  await expect(page.getByRole('heading', { name: 'Who writes, paints and reads?' })).toBeVisible();
  await expectAccessible(page);
});
