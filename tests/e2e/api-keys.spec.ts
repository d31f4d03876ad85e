import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

const PASSWORD = 'a-lantern-in-the-forest';

async function openAccount(page: Page): Promise<void> {
  await page.goto('/login');
  await page.getByRole('tab', { name: 'New account' }).click();
  await page.getByLabel('Email').fill(`keys-${Date.now()}-${test.info().workerIndex}@example.com`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/stories');
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

test.describe('with the mouse and a clipboard', () => {
  test.use({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // A key without a name is refused, as the test asks.
    allowedConsoleErrors: /status of 400 .*api\/keys/,
  });

  test('a key is made, copied once, used, seen to be used, renamed and revoked', async ({
    page,
    request,
  }) => {
    await openAccount(page);
    const panel = page.getByRole('main');
    await expect(panel).toContainText('No program has a key yet.');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await expect(page.getByText('Give the key a name.')).toBeVisible();
    await page.getByLabel('Name of the new key').fill('Kitchen tablet');
    await page.getByRole('radio', { name: 'Read only' }).check();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await expect(page.getByRole('heading', { name: 'Copy the key of “Kitchen tablet” now' })).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Copy key' }).click();
    await expect(page.getByText('The key is in your clipboard.')).toBeVisible();
    const key = await page.evaluate(() => navigator.clipboard.readText());
    expect(key).toMatch(/^sl_[\w-]{43}$/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expect(page.getByText(key)).toHaveCount(0);

    const call = () => request.get('/api/v1/stories', { headers: { authorization: `Bearer ${key}` } });
    expect((await call()).status()).toBe(200);
    await page.reload();
    const row = page.getByRole('list', { name: 'Keys in use' }).getByRole('listitem');
    await expect(row).toContainText('Last used');
    await expect(row).toContainText('Read only');
    await expect(row).toContainText(key.slice(0, 11));

    const name = row.getByRole('textbox');
    await name.fill('The old tablet');
    await name.press('Enter');
    await expect(row.getByRole('button', { name: 'Revoke The old tablet' })).toBeVisible();

    await row.getByRole('button', { name: 'Revoke The old tablet' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect((await call()).status()).toBe(200);
    await row.getByRole('button', { name: 'Revoke The old tablet' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(panel).toContainText('No program has a key yet.');
    await page.getByText('Revoked keys (1)').click();
    await expect(panel).toContainText('The old tablet');
    expect((await call()).status()).toBe(401);
  });
});

test.describe('on a phone, with the keyboard alone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the name is saved and a key is made; the page is accessible', async ({ page }) => {
    await openAccount(page);
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.getByLabel('What shall we call you?').fill('Ada');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.getByLabel('Name of the new key').focus();
    await page.keyboard.type('My phone app');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'Read and write' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Copy the key of “My phone app” now' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Keys in use' })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('What shall we call you?')).toHaveValue('Ada');
    await expectAccessible(page);
  });
});

test('a visitor is told what an account is for', async ({ page }) => {
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'No account yet' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL('**/login');
});
