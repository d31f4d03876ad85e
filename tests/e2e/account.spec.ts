import { expect, test } from './fixtures';

test.use({ allowedConsoleErrors: /status of 400 .*\/api\/auth\// });

test('a refused account form goes to its first mistake and says it once', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('tab', { name: 'New account' }).click();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByText('at least 8 characters')).toHaveCount(1);
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');
});
