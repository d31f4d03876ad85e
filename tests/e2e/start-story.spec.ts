import { expect, test } from './fixtures';

const GENERATE = '**/api/v1/stories/generate';

test.use({
  allowedConsoleErrors: /(status of 4\d\d|net::ERR_\w+) .*(\/stories\/generate|\/health)/,
});

test('an empty box asks for words and takes the focus', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Tell us what the story is about.' })).toBeVisible();
  await expect(page.getByLabel('What is the story about?')).toBeFocused();
  await expect(page.getByLabel('What is the story about?')).toHaveAttribute('aria-invalid', 'true');
});

test('a prompt that is too long is counted, refused and kept', async ({ page }) => {
  await page.goto('/');
  const prompt = page.getByLabel('What is the story about?');
  await prompt.fill('mouse '.repeat(700).trim());
  await expect(page.getByText('4,199 / 4,000')).toBeVisible();
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByText('199 characters too many')).toBeVisible();
  await expect(prompt).toHaveValue(/^(mouse ?){700}$/);
});

test('a prompt that is not for children is refused kindly and kept', async ({ page }) => {
  await page.goto('/');
  const prompt = page.getByLabel('What is the story about?');
  await prompt.fill('How to make a bomb at home');
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(prompt).toHaveValue('How to make a bomb at home');
  expect(new URL(page.url()).pathname).toBe('/');
});

test('what the server finds wrong stands beside its field', async ({ page }) => {
  await page.route(GENERATE, (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      json: {
        type: 'urn:storyloom:problem:invalid_request',
        title: 'The request is not valid',
        status: 400,
        code: 'invalid_request',
        errors: [
          { path: 'prompt', message: 'That word is unknown to us.' },
          { path: 'voice', message: 'This voice has a cold today.' },
        ],
      },
    }),
  );
  await page.goto('/');
  await page.getByLabel('What is the story about?').fill('A mouse and a moon');
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That word is unknown to us.' })).toBeVisible();
  await expect(page.getByText('This voice has a cold today.')).toBeVisible();
  await expect(page.getByLabel('What is the story about?')).toHaveValue('A mouse and a moon');
});

test('after a lost connection the same wish is sent again under the same key', async ({ page }) => {
  const keys: (string | undefined)[] = [];
  await page.route(GENERATE, (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    return route.abort('connectionreset');
  });
  await page.goto('/');
  await page.getByLabel('What is the story about?').fill('A mouse and a moon');
  const start = page.getByRole('button', { name: 'Weave my story' });
  await start.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing you wrote is gone' })).toBeVisible();
  await start.click();
  await expect.poll(() => keys.length).toBe(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
});

test('without network the form says so instead of waiting for it', async ({ page, context }) => {
  await page.goto('/');
  await page.getByLabel('What is the story about?').fill('A mouse and a moon');
  // The links on the page are fetched ahead; cut off in the middle, they would complain too.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing you wrote is gone' })).toBeVisible();
  await context.setOffline(false);
});

test('the whole form works from the keyboard', async ({ page }) => {
  let sent: unknown;
  await page.route(GENERATE, (route) => {
    sent = route.request().postDataJSON();
    return route.abort('connectionreset');
  });
  await page.goto('/');
  await page.getByLabel('What is the story about?').focus();
  await page.keyboard.type('A whale in the village pond');
  await page.getByRole('radio', { name: '6–8' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '9–12' })).toBeChecked();
  await page.getByRole('button', { name: /Feeling and picture shape/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Gentle' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('What is the story about?').focus();
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => sent)
    .toMatchObject({
      prompt: 'A whale in the village pond',
      age_group: '9-12',
      num_illustrations: 4,
      tone: 'adventurous',
      aspect_ratio: '16:9',
    });
});
