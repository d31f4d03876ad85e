import { expect, test } from './fixtures';

const PASSWORD = 'a-lantern-in-the-forest';

// The device that was signed out is told so.
test.use({ allowedConsoleErrors: /the server responded with a status of 401/ });

test('a guest becomes an account on the account’s page, sees both devices, and signs the other one out', async ({
  page,
  openStranger,
  baseURL,
}) => {
  const email = `devices-${Date.now()}-${test.info().project.name}@example.com`;
  const origin = new URL(baseURL ?? '').origin;

  await test.step('a guest opens an account', async () => {
    await page.goto('/');
    // Only a page of ours makes its visitor a guest.
    const made = await page.request.post('/api/conversation/tickets', { data: {}, headers: { origin } });
    expect(made.ok()).toBe(true);
    await page.goto('/account');
    await expect(page.getByRole('heading', { level: 1, name: 'Keep your stories' })).toBeVisible();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.waitForURL('**/stories');
  });

  const elsewhere = await openStranger();
  const signedIn = await elsewhere.request.post(new URL('/api/auth/sign-in', origin).href, {
    data: { email, password: PASSWORD },
    headers: { origin, 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Mobile/15E148 Safari/604.1' },
  });
  expect(signedIn.status()).toBe(200);

  await test.step('sees where it is signed in', async () => {
    await page.goto('/account');
    const devices = page.getByRole('list', { name: 'Devices signed in' }).getByRole('listitem');
    await expect(devices).toHaveCount(2);
    await expect(devices.first()).toContainText('This device');
    await expect(devices.last()).toContainText('Safari on iPhone');
  });

  await test.step('signs the other one out', async () => {
    await page.getByRole('button', { name: 'Sign out Safari on iPhone' }).click();
    await expect(page.getByRole('list', { name: 'Devices signed in' }).getByRole('listitem')).toHaveCount(1);
    const refused = await elsewhere.request.get(new URL('/api/v1/account/devices', origin).href);
    expect(refused.status()).toBe(401);
    await page.reload();
    await expect(page.getByText('This device')).toBeVisible();
  });

  await test.step('reads what erasing everything means, and keeps it', async () => {
    await expect(page.getByText('nobody, we neither, can bring anything back')).toBeVisible();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByRole('heading', { name: 'Delete everything' })).toBeVisible();
  });
});
