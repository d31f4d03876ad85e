import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

const ADDRESS = 'https://webhooks.example/story-is-ready';

async function openWebhooks(page: Page): Promise<void> {
  await page.goto('/login');
  await page.getByRole('tab', { name: 'New account' }).click();
  await page.getByLabel('Email').fill(`hooks-${Date.now()}-${test.info().workerIndex}@example.com`);
  await page.getByLabel('Password').fill('a-lantern-in-the-forest');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/stories');
  await page.goto('/account');
  await page.getByRole('link', { name: 'Open webhooks' }).click();
  await expect(page.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible();
}

for (const [device, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`on a ${device}`, () => {
    test.use({
      viewport,
      // An inner address is refused, as the test asks.
      allowedConsoleErrors: /the server responded with a status of 422/,
    });

    test('a webhook is added, tried out, given a new secret, switched off and deleted', async ({ page }) => {
      await openWebhooks(page);
      const main = page.getByRole('main');
      await expect(main).toContainText('Nobody is told yet.');
      await page.getByLabel('Address of your program').fill('http://192.168.0.1/hook');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(main).toContainText('Only public addresses on the internet can be called from here.');
      await page.getByLabel('Address of your program').fill(ADDRESS);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const row = page.getByRole('list', { name: 'Your webhooks' }).getByRole('listitem');
      await expect(row).toContainText(ADDRESS);

      await row.getByRole('button', { name: 'Show the signing secret' }).click();
      const secret = row.getByText(/^whsec_/);
      const first = await secret.first().innerText();
      await row.getByRole('button', { name: 'Make a new secret' }).click();
      await expect(row).toContainText('also signed with');
      expect(await secret.first().innerText()).not.toBe(first);
      await expect(row).toContainText(first);

      await row.getByRole('button', { name: `Send a test to ${ADDRESS}` }).click();
      // Nobody is at an .example address: RFC 2606 keeps it so.
      const call = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').first();
      await expect(call).toContainText('A test');
      await expect(call).toContainText('This host could not be found.', { timeout: 30_000 });
      await call.getByRole('button', { name: /attempt/ }).click();
      await expect(call).toContainText('webhook-id: evt_');
      await expect(call).toContainText('no answer');
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath(`webhooks-${device}.png`), fullPage: true });

      await row.getByRole('button', { name: `Switch off ${ADDRESS}` }).click();
      await expect(row).toContainText('Off');
      await row.getByRole('button', { name: `Delete ${ADDRESS}` }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
      await expect(main).toContainText('Nobody is told yet.');
      await expect(main).toContainText('No calls yet.');
    });
  });
}
