import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, waitUntilListening } from './fixtures';

const PIN = '2468';
const PROMPT = 'Nova the fox wants to mail a letter to the moon';

/** A page of a new member; `patch` is what their household has set. */
async function enterHousehold(page: Page, baseURL: string | undefined, patch?: object): Promise<void> {
  const headers = { origin: new URL(baseURL ?? '').origin };
  const signedUp = await page.request.post('/api/auth/sign-up', {
    data: { email: `home-${randomUUID()}@example.org`, password: 'a lantern in the forest' },
    headers,
  });
  expect(signedUp.status()).toBe(200);
  if (patch)
    expect((await page.request.patch('/api/v1/household', { data: patch, headers })).status()).toBe(200);
}

async function sayPin(page: Page, pin: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('PIN').fill(pin);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
}

const DEVICES = [
  ['desk', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
] as const;

for (const [device, viewport] of DEVICES) {
  test.describe(`on a ${device}`, () => {
    // A wrong PIN, a locked page and a subject that is left out are refused, as the test asks.
    test.use({ viewport, allowedConsoleErrors: /the server responded with a status of (403|422)/ });

    test('a grown-up says who reads here, sets a PIN, and a child changes nothing', async ({
      page,
      baseURL,
    }) => {
      await enterHousehold(page, baseURL);
      await page.goto('/account');
      await page.getByRole('link', { name: 'Open household' }).click();
      await page.getByRole('button', { name: 'Add a reader' }).click();
      await page.getByRole('button', { name: 'Add to the household' }).click();
      await expect(page.getByText('What do you call them?')).toBeVisible();
      await page.getByLabel('First name or nickname').fill('Mila');
      await page.getByRole('radio', { name: '9–12' }).check();
      await page.getByLabel('What do they like?', { exact: true }).fill('old trains');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'soft rain' }).click();
      await page.getByRole('button', { name: 'Add to the household' }).click();
      const reader = page.getByRole('list', { name: 'Readers' }).getByRole('listitem').first();
      await expect(reader).toContainText('Likes old trains');
      await expect(reader).toContainText('Calmed by soft rain');

      // Not `check`: what is shown at once is still shown a moment after the click.
      await page.getByRole('checkbox', { name: 'Ghosts and monsters' }).click();
      await expect(page.getByRole('checkbox', { name: 'Ghosts and monsters' })).toBeChecked();
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.getByLabel('PIN', { exact: true }).fill(PIN);
      await page.getByLabel('The same again').fill('1357');
      await page.getByRole('button', { name: 'Set the PIN' }).click();
      await expect(page.getByText('These are two different PINs.')).toBeVisible();
      await page.getByLabel('The same again').fill(PIN);
      await page.getByRole('button', { name: 'Set the PIN' }).click();
      await expect(page.getByText('A PIN is set.')).toBeVisible();
      const bar = page.getByRole('complementary', { name: 'Grown-up mode' });
      await expect(bar).toContainText('ends in 15 min');

      await bar.getByRole('button', { name: 'Lock now' }).click();
      await expect(page.getByRole('heading', { name: 'For the grown-ups' })).toBeVisible();
      await expect(bar).toBeHidden();
      await page.getByRole('button', { name: 'I am a grown-up' }).click();
      await sayPin(page, '1357');
      await expect(page.getByText('That is not the PIN. Try again.')).toBeVisible();
      await sayPin(page, PIN);
      await expect(page.getByRole('heading', { name: 'Your household' })).toBeVisible();

      // A proof that ended unseen: the change asks for the PIN and goes on.
      await page.context().clearCookies({ name: 'storyloom-grown-up' });
      // Not `check`: it is only checked once the PIN was said.
      await page.getByRole('checkbox', { name: 'Falling in love' }).click();
      await sayPin(page, PIN);
      await expect(page.getByRole('dialog')).toBeHidden();
      // The change goes on after the dialog has gone.
      await expect(page.getByText('Saved.')).toBeVisible();
      await page.reload();
      await expect(page.getByLabel('Falling in love')).toBeChecked();
      await expect(bar).toBeVisible();

      await page.goto('/');
      await page.getByRole('radio', { name: 'Mila' }).check();
      await expect(page.getByLabel('9–12')).toBeChecked();
      await expect(page.getByText('Likes old trains')).toBeVisible();
      await page.getByLabel('What is the story about?').fill('A ghost and a monster in the attic');
      await page.getByRole('button', { name: 'Weave my story' }).click();
      await expect(page.getByText('leave this subject out for now')).toBeVisible();
      await page.reload();
      await expect(page.getByLabel('Mila')).toBeChecked();
    });
  });
}

test.describe('a story that waits for a grown-up', () => {
  test.use({ allowedConsoleErrors: /the server responded with a status of (403|429)/ });

  test('is a closed book until a grown-up has looked and said yes', async ({ page, baseURL }) => {
    test.setTimeout(150_000);
    await enterHousehold(page, baseURL, { require_approval: true, daily_limit: 1 });
    const headers = { origin: new URL(baseURL ?? '').origin };
    await page.goto('/');
    await expect(page.getByText('There is one more story today.')).toBeVisible();
    await page.getByLabel('What is the story about?').fill(PROMPT);
    await page.getByRole('radio', { name: '2', exact: true }).check();
    await page.getByRole('button', { name: 'Weave my story' }).click();
    await page.waitForURL('**/jobs/*');
    await expect(page.getByText('It stays closed until a grown-up has looked at it.')).toBeVisible();
    await expect(page.getByText('Your story is finished. A grown-up looks at it first.')).toBeVisible({
      timeout: 100_000,
    });
    await expect(page.getByRole('img')).toHaveCount(0);
    expect((await page.request.put('/api/v1/household/pin', { data: { pin: PIN }, headers })).status()).toBe(
      200,
    );
    expect((await page.request.post('/api/v1/household/lock', { headers })).status()).toBe(204);

    await page.goto('/');
    await expect(page.getByText('That is enough stories for today.')).toBeVisible();

    await page.goto('/stories');
    const shelf = page.getByRole('listitem').filter({ hasText: 'A story that waits for a grown-up' });
    await expect(shelf.getByRole('img')).toHaveCount(0);
    await shelf.getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'A grown-up looks at it first' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I am a grown-up' }).click();
    await expectAccessible(page);
    await sayPin(page, PIN);
    await expect(page.getByRole('region', { name: 'The book' })).toBeVisible();
    await expectAccessible(page);

    // Locked again, the words are gone from the page.
    await page.getByRole('button', { name: 'Lock now' }).click();
    await expect(page.getByRole('region', { name: 'The book' })).toBeHidden();
    await page.getByRole('button', { name: 'I am a grown-up' }).click();
    await sayPin(page, PIN);
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('heading', { name: 'Is this one for your children?' })).toBeHidden();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.reload();
    await expect(page.getByRole('region', { name: 'The book' })).toBeVisible();
  });
});

test.describe('the light of bedtime', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('is there from the first byte in the hours, follows the switch, and has no barrier', async ({
    page,
    baseURL,
  }) => {
    // Two halves of a day, so that one of them is now, whatever the clock says.
    const now = new Date().getUTCHours();
    const bedtime = now < 12 ? { from: '00:00', to: '12:30' } : { from: '11:30', to: '23:59' };
    await enterHousehold(page, baseURL, { bedtime });
    const html = await (await page.request.get('/')).text();
    expect(html).toMatch(/<html[^>]*data-theme="bedtime"/);
    for (const path of ['/', '/account/household', '/stories', '/account']) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'bedtime');
      await test.step(path, () => expectAccessible(page));
    }
    await page.goto('/');
    await expect(page.getByRole('switch', { name: 'For bedtime' })).toBeChecked();
    const menu = page.getByRole('button', { name: 'Light of the pages' });
    const lights = page.getByRole('group', { name: 'Light of the pages' });
    await waitUntilListening(menu);
    await menu.click();
    await expect(lights.getByRole('radio', { name: 'Bedtime' })).toBeFocused();
    await lights.getByRole('radio', { name: 'As the device' }).check();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await page.reload();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await waitUntilListening(menu);
    await menu.click();
    await expect(lights.getByRole('radio', { name: 'As the device' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await lights.getByRole('radio', { name: 'Bedtime' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'bedtime');
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(lights.getByRole('radio', { name: 'Bedtime' })).toBeHidden();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the household has no barrier in the ${colorScheme} colours either`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await enterHousehold(page, baseURL);
      await page.goto('/account/household');
      await page.getByRole('button', { name: 'Add a reader' }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Erase everything' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectAccessible(page);
      await context.close();
    });
  }
});
