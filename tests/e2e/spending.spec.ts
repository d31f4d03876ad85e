import type { Page } from '@playwright/test';
import { composeFault } from '../providers/planned-faults';
import { expect, expectAccessible, PAID_PAGES, test } from './paid-models';

const PROMPT = 'A lantern that does not shine';

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  // A stream that ends, and the refusal that the test provokes.
  allowedConsoleErrors: /net::ERR_\w+ .*\/events|status of 402/,
});

test('a paid story says what it will cost, and afterwards who did what for how much', async ({
  page,
  paid,
}) => {
  await page.goto('/');
  await expect(page.getByTestId('quote')).toHaveText(
    /^This story will cost about \$\d+\.\d\d, and never more than \$\d+\.\d\d\.$/,
  );
  await test.step('the form with a quote', () => expectAccessible(page));
  await fillForm(page);

  // The first picture that is asked for fails once with 500, the first voice is not to be had at all.
  paid.studio.answer(composeFault('server_error'), 'POST /v1/images/generations');
  paid.studio.answer(
    { status: 400, body: '{"error":{"message":"no","code":"invalid_value"}}' },
    'POST /v1/audio/speech',
  );
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Your story is ready.')).toBeVisible({ timeout: 60_000 });

  const table = page.getByRole('region', { name: 'How it was made' }).getByRole('table');
  const rowOf = (step: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: step }) });
  await expect(rowOf('The plan of the story')).toContainText('OpenAI gpt-5-mini');
  for (let number = 1; number <= PAID_PAGES; number += 1) {
    await expect(rowOf(`Page ${number}, picture`)).toContainText('$0.0');
    await expect(rowOf(`Page ${number}, voice`)).toBeVisible();
  }
  const tries = await table.getByRole('row').filter({ hasText: 'did not answer' }).count();
  expect(tries).toBe(1);
  await expect(table.getByRole('row').filter({ hasText: 'did not answer' })).toContainText('2');
  const refused = table.getByRole('row').filter({ hasText: 'did not accept the request' });
  await expect(refused).toContainText('Then our own engine.');
  await expect(refused).toContainText('free');

  const calls = (await (
    await page.request.get(`/api/v1/stories${new URL(page.url()).pathname}/calls`)
  ).json()) as {
    total_micros: number;
  };
  const total = `$${(calls.total_micros / 1_000_000).toFixed(4)}`;
  await expect(page.getByTestId('job-total')).toHaveText(total);
  await expect(page.getByText(/^Quoted at about \$\d/)).toContainText('one story may cost $2 here');
  await test.step('the table', () => expectAccessible(page));
  // Folded away and out again without a mouse.
  await page.locator('summary').filter({ hasText: 'How it was made' }).focus();
  await page.keyboard.press('Enter');
  await expect(table).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(table).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  const cards = page.getByRole('region', { name: 'How it was made' }).getByRole('listitem');
  await expect(cards.filter({ hasText: 'Page 1, picture' })).toBeVisible();
  await expect(table).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), {
      message: 'the page is wider than the phone',
    })
    .toBeLessThanOrEqual(0);
  await test.step('the cards', () => expectAccessible(page));

  await page.goto('/jobs');
  await expect(page.getByText(`cost ${total}`)).toBeVisible();

  // A guest who signs up keeps the stories, and what they cost.
  const signedUp = await page.request.post('/api/auth/sign-up', {
    data: { email: `spender-${Date.now()}@example.com`, password: 'a-lantern-in-the-forest' },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(signedUp.status()).toBe(200);
  await page.goto('/account');
  await expect(page.getByTestId('spent-today')).toHaveText(total);
  await expect(page.getByText('spent today of $10.')).toBeVisible();
  await expect(page.getByText('One story may cost $2.')).toBeVisible();
  await test.step('the account', () => expectAccessible(page));
});

test('a story that would pass the cap is refused with a kind sentence, and nothing is spent', async ({
  page,
  paid,
}) => {
  await page.goto('/');
  await fillForm(page);
  await page
    .getByRole('group', { name: 'How many pages?' })
    .getByRole('radio', { name: '12', exact: true })
    .check();
  await expect(page.getByTestId('quote')).toContainText('one story may cost $2');
  const before = paid.studio.requests.length;
  await page.getByRole('button', { name: 'Weave my story' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '$2' })).toBeVisible();
  await expect(page.getByLabel('What is the story about?')).toHaveValue(PROMPT);
  expect(paid.studio.requests.length).toBe(before);
});

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('What is the story about?').fill(PROMPT);
  await page
    .getByRole('group', { name: 'How many pages?' })
    .getByRole('radio', { name: String(PAID_PAGES), exact: true })
    .check();
}
