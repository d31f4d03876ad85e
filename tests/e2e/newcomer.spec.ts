import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { latestMailLink } from './mailbox';

const FIRST_PASSWORD = 'a-lantern-in-the-forest';
const SECOND_PASSWORD = 'two-lanterns-in-the-forest';

test.use({ allowedConsoleErrors: /status of 401 .*\/api\/auth\/sign-in/ });

test('a newcomer makes a story, reads, hears and watches it, and keeps it in an account', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const email = `newcomer-${Date.now()}-${test.info().project.name}@example.com`;

  await test.step('starts a story without an account', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Surprise me' }).click();
    const prompt = page.getByLabel('What is the story about?');
    await expect(prompt).not.toHaveValue('');
    await prompt.fill('A brave little mouse looks for a magical cheese');
    await page.getByRole('radio', { name: '3–5' }).check();
    await page
      .getByRole('group', { name: 'How many pages?' })
      .getByRole('radio', { name: '2', exact: true })
      .check();
    await page.getByRole('button', { name: 'Weave my story' }).click();
    await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
  });

  const title = await test.step('watches it being made, also after a reload', async () => {
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByTestId('growing-text').first()).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(page.getByTestId('growing-text')).toHaveCount(2);
    await expect(page.getByRole('link', { name: 'Open the story' })).toBeVisible({ timeout: 80_000 });
    await expect(page.getByRole('link', { name: 'Keep my stories' })).toBeVisible();
    for (const picture of await page
      .getByRole('region', { name: 'The pages so far' })
      .getByRole('img')
      .all()) {
      await expectPainted(picture);
    }
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).not.toHaveText('A new story');
    return heading.innerText();
  });

  await test.step('reads it page by page', async () => {
    await page.getByRole('link', { name: 'Open the story' }).click();
    await page.waitForURL(/\/stories\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Page 1 of 2')).toBeAttached();
    await expect(page.getByText('The end')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Page 2 of 2')).toBeAttached();
    await expect(page.getByText('The end')).toBeVisible();
    await page.getByRole('button', { name: 'Go to page 1' }).click();
    await expect(page.getByText('Page 1 of 2')).toBeAttached();
    await expect(page.getByText('built-in engines — no AI service')).toBeVisible();
  });

  await test.step('has it read aloud: words light up and the page turns by itself', async () => {
    await page.getByRole('button', { name: 'Read to me' }).click();
    const spoken = new Set<string>();
    await expect
      .poll(
        async () => {
          for (const word of await page.locator('[data-spoken]').allInnerTexts()) spoken.add(word);
          return spoken.size;
        },
        { timeout: 20_000, intervals: [100] },
      )
      .toBeGreaterThanOrEqual(4);
    await expect(page.getByText('Page 2 of 2')).toBeAttached({ timeout: 60_000 });
    await expect(page.locator('[data-spoken]')).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.locator('[data-spoken]')).toHaveCount(0);
  });

  await test.step('watches the film', async () => {
    await page.getByRole('tab', { name: 'Film' }).click();
    const film = page.locator('video');
    await film.evaluate((video: HTMLVideoElement) => video.play());
    await expect
      .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 20_000 })
      .toBeGreaterThan(1);
    expect(await film.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
    const cues = await film.evaluate(async (video: HTMLVideoElement) => {
      const track = video.textTracks[0];
      if (!track) return 0;
      const element = video.querySelector('track');
      const loaded = new Promise((resolve) => element?.addEventListener('load', resolve, { once: true }));
      track.mode = 'hidden';
      if (element?.readyState !== 2) await loaded;
      return track.cues?.length ?? 0;
    });
    expect(cues).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Save a copy' }).click();
    const link = page.getByRole('dialog').getByRole('link', { name: /^Film\b/ });
    const answer = await page.request.head((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe('video/mp4');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('finds it on the shelf and among the jobs', async () => {
    await page.getByRole('link', { name: 'Stories', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stories' })).toBeVisible();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await expectPainted(page.locator('main img').first());
    await page.getByRole('link', { name: 'Loom', exact: true }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.getByRole('link', { name: 'Did not work' }).click();
    await expect(page.getByText('No story went wrong.')).toBeVisible();
    await page.getByRole('link', { name: 'Ready', exact: true }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });

  await test.step('signs up and keeps it', async () => {
    await page.getByRole('link', { name: 'Keep my stories' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(FIRST_PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.waitForURL('**/stories');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });

  await test.step('signs out, and nothing is left to see', async () => {
    await signOut(page);
    await page.goto('/stories');
    await expect(page.getByRole('heading', { name: 'Your shelf is still empty' })).toBeVisible();
  });

  await test.step('signs in again, at the second attempt', async () => {
    await signIn(page, email, 'not-the-password');
    await expect(page.getByRole('alert').filter({ hasText: 'password is wrong' })).toBeVisible();
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await page.getByLabel('Password').fill(FIRST_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/stories');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await signOut(page);
  });

  await test.step('forgets the password and chooses another one', async () => {
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.waitForURL('**/login/recover');
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText('is on its way')).toBeVisible();
    await page.goto(await latestMailLink(page.request, email));
    await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
    await page.getByLabel('New password').fill(SECOND_PASSWORD);
    await page.getByRole('button', { name: 'Keep this password' }).click();
    await page.waitForURL('**/stories');
    await signOut(page);
    await signIn(page, email, SECOND_PASSWORD);
    await page.waitForURL('**/stories');
  });

  await test.step('deletes the story after a second thought', async () => {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Delete story' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Delete story' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL('**/stories');
    await expect(page.getByRole('heading', { name: 'Your shelf is still empty' })).toBeVisible();
  });
});

async function expectPainted(picture: ReturnType<Page['locator']>): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
