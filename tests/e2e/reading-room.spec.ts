import type { BrowserContext, Page } from '@playwright/test';
import type { StoryView } from '../../lib/story/views';
import { expect, expectAccessible, test } from './fixtures';

const PAGE_2 = /[?&]page=2\b/;

test.beforeEach(async ({ context, madeStory }) => {
  await context.addCookies(madeStory.storageState.cookies);
});

/** Opens a book and waits until it listens: a key that is pressed before is nobody's. */
async function openBook(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitUntilItListens(page);
}

async function waitUntilItListens(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const button = document.querySelector('[data-book-controls] button');
    return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'));
  });
}

/** What the page is told when it asks again, as it does when somebody comes back to its window. */
async function comeBack(page: Page): Promise<void> {
  let hasAsked = false;
  page.on('request', (request) => {
    if (/\/api\/v1\/stories\/[0-9a-f-]{36}$/.test(request.url())) hasAsked = true;
  });
  // What looks for somebody who comes back is there a moment after the buttons.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
        return hasAsked;
      },
      { intervals: [50, 200, 500] },
    )
    .toBe(true);
}

async function readStory(context: BrowserContext, storyId: string): Promise<StoryView> {
  return (await (await context.request.get(`/api/v1/stories/${storyId}`)).json()) as StoryView;
}

const openPage = (page: Page, number: number) => expect(page.getByText(`Page ${number} of 2`)).toBeAttached();

test('keys turn pages, the address knows the page, and the story opens where it was left', async ({
  page,
  madeStory,
}) => {
  const address = `/stories/${madeStory.storyId}`;
  await openBook(page, address);
  await openPage(page, 1);
  await page.keyboard.press('End');
  await openPage(page, 2);
  await expect(page).toHaveURL(PAGE_2);
  await page.reload();
  await waitUntilItListens(page);
  await openPage(page, 2);
  await page.keyboard.press('Home');
  await openPage(page, 1);
  await expect(page).not.toHaveURL(/page=/);
  // Down to the foot, then on.
  for (let press = 0; press < 12 && !PAGE_2.test(page.url()); press++) await page.keyboard.press(' ');
  await openPage(page, 2);
  // Somebody who left in the middle, as this browser keeps it.
  await page.evaluate((key) => localStorage.setItem(key, '1'), `storyloom.place.${madeStory.storyId}`);
  await openBook(page, address);
  await openPage(page, 2);
  await page.getByRole('button', { name: 'From the beginning' }).click();
  await openPage(page, 1);
});

test('the next picture and the next voice are here before the page is turned, and no others', async ({
  page,
  context,
  madeStory,
}) => {
  const { scenes, film, audio } = await readStory(context, madeStory.storyId);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openBook(page, `/stories/${madeStory.storyId}`);
  await expect.poll(() => asked).toContain(scenes[1]?.image_url);
  expect(asked).not.toContain(scenes[0]?.audio_url);
  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect.poll(() => asked).toContain(scenes[1]?.audio_url);
  expect(asked).not.toContain(film?.video_url);
  expect(asked).not.toContain(audio?.audio_url);
});

test('how it reads is chosen by keyboard, seen at once, and kept', async ({ page, madeStory }) => {
  await openBook(page, `/stories/${madeStory.storyId}`);
  const text = page.getByTestId('story-text');
  const sizeBefore = await text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const button = page.getByRole('button', { name: 'How it reads' });
  await button.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'How it reads' });
  await sheet.getByRole('slider', { name: 'Text size' }).press('End');
  await sheet.getByRole('radio', { name: /OpenDyslexic/ }).press(' ');
  await sheet.getByRole('switch', { name: 'Reading ruler' }).press(' ');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(button).toBeFocused();

  const ruler = page.getByRole('slider', { name: 'Reading ruler' });
  await ruler.press('ArrowDown');
  await expect(ruler).toHaveAttribute('aria-valuenow', '2');
  await openPage(page, 1);

  await page.reload();
  await waitUntilItListens(page);
  const style = await text.evaluate((element) => {
    const { fontSize, fontFamily } = getComputedStyle(element);
    return { size: Number.parseFloat(fontSize), fontFamily };
  });
  expect(style.size).toBeCloseTo(sizeBefore * 2, 0);
  expect(style.fontFamily).toMatch(/dyslexic/i);
  await expect(ruler).toBeVisible();
});

test('in a scroll all pages stand below one another, and the one that is read is the open one', async ({
  page,
  context,
  madeStory,
  baseURL,
}) => {
  await context.addCookies([{ name: 'storyloom-reading', value: 'view%3Dscroll', url: baseURL ?? '' }]);
  await openBook(page, `/stories/${madeStory.storyId}`);
  await expect(page.getByTestId('story-text')).toHaveCount(2);
  await page.getByRole('button', { name: 'Next page' }).click();
  await openPage(page, 2);
  await expect(page.getByText('The end')).toBeInViewport();
  await page.getByRole('button', { name: 'Read to me' }).click();
  await expect(page.locator('[data-scroll-page="1"] [data-spoken]')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('[data-scroll-page="0"]').evaluate((first) => first.scrollIntoView());
  await page.mouse.wheel(0, -20);
  await openPage(page, 1);
});

test('a word is heard when it is pressed, and one after another by keyboard', async ({ page, madeStory }) => {
  await openBook(page, `/stories/${madeStory.storyId}`);
  const speed = page.getByRole('combobox', { name: 'Speed of the voice' });
  await speed.selectOption('1.5');
  await page.locator('[data-word="3"]').click();
  await expect(page.locator('[data-word="3"][data-spoken]')).toBeAttached();
  await expect(page.locator('[data-spoken]')).toHaveCount(0);
  const player = await page
    .locator('audio')
    .evaluate((audio: HTMLAudioElement) => ({ rate: audio.playbackRate, isPitchKept: audio.preservesPitch }));
  expect(player).toEqual({ rate: 1.5, isPitchKept: true });

  await page.getByRole('button', { name: 'Full screen' }).focus();
  const words = page.getByRole('group', { name: /^Words/ });
  await page.keyboard.press('Tab');
  // A step further where the tab's own panel can have the focus.
  if (!(await words.evaluate((group) => group === document.activeElement))) await page.keyboard.press('Tab');
  await expect(words).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-word="1"][data-spoken]')).toBeAttached();
  await openPage(page, 1);
});

test('on the whole screen the book stands alone, and Escape leads back', async ({ page, madeStory }) => {
  await openBook(page, `/stories/${madeStory.storyId}`);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.keyboard.press('PageDown');
  await openPage(page, 2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(page.getByRole('banner')).toBeVisible();
  await openPage(page, 2);
});

test('the film comes when its tab is opened, with a poster, captions and keys', async ({
  page,
  madeStory,
}) => {
  await openBook(page, `/stories/${madeStory.storyId}`);
  await expect(page.locator('video')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Film' }).press('Enter');
  const film = page.locator('video');
  await expect(film).toHaveAttribute('poster', /\/images\//);
  await film.focus();
  await page.keyboard.press('c');
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0))
    .toBeGreaterThan(0);
  await page.keyboard.press('m');
  expect(await film.evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
});

test.describe('where bytes are dear', () => {
  test.use({ extraHTTPHeaders: { 'Save-Data': 'on' } });

  test('no picture is fetched, and the whole story can be heard with its words', async ({
    page,
    madeStory,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', {
        value: Object.assign(new EventTarget(), { saveData: true, effectiveType: '4g' }),
      });
    });
    const pictures: string[] = [];
    page.on('request', (request) => {
      if (/\/images\//.test(request.url()) && request.resourceType() === 'image')
        pictures.push(request.url());
    });
    await openBook(page, `/stories/${madeStory.storyId}`);
    await page.getByRole('button', { name: 'Just listen' }).click();
    await page.getByRole('region', { name: 'Listen' }).locator('[data-word="4"]').first().click();
    await expect(page.locator('[data-spoken]')).toBeVisible();
    const book = pictures.filter((url) => !url.includes('w=320'));
    expect(book).toEqual([]);
    await page.getByRole('tab', { name: 'Book' }).click();
    await page
      .getByRole('region', { name: 'The book' })
      .getByRole('button', { name: 'Show the pictures' })
      .click();
    await expect(page.getByRole('region', { name: 'The book' }).getByRole('img')).toBeVisible();
  });
});

test.describe('when something is not there', () => {
  test.use({ allowedConsoleErrors: /status of (404|500)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

  test('a picture that does not come is told in words, and asked for again', async ({
    page,
    context,
    madeStory,
  }) => {
    const { scenes } = await readStory(context, madeStory.storyId);
    await page.route('**/images/**', (route) => route.fulfill({ status: 500 }));
    await openBook(page, `/stories/${madeStory.storyId}`);
    const book = page.getByRole('region', { name: 'The book' });
    await expect(book.getByText('The picture could not be shown')).toBeVisible();
    await expect(book.getByText(scenes[0]?.scene_description ?? 'none')).toBeVisible();
    await page.unrouteAll();
    await book.getByRole('button', { name: 'Try again' }).click();
    await expect(book.getByRole('img')).toBeVisible();
  });

  test('a voice that cannot be played is said, and the page can be read', async ({ page, madeStory }) => {
    await page.route('**/audio/**', (route) => route.fulfill({ status: 500 }));
    await openBook(page, `/stories/${madeStory.storyId}`);
    await page.getByRole('button', { name: 'Read to me' }).click();
    await expect(page.getByText('You can still read the page yourself')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await openPage(page, 2);
  });

  test('without a network one reads and hears on with what is here', async ({ page, context, madeStory }) => {
    const voice = page.waitForResponse((response) => response.url().includes('/audio/') && response.ok());
    await openBook(page, `/stories/${madeStory.storyId}`);
    await page.getByRole('button', { name: 'Read to me' }).click();
    await expect(page.locator('[data-spoken]')).toBeVisible();
    await voice;
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Next page' }).click();
    await openPage(page, 2);
    await expect(page.locator('[data-spoken]')).toBeVisible();
    await expect(page.getByRole('region', { name: 'The book' }).getByRole('img')).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Save a copy' }).click();
    await expect(page.getByText(/needs the network|No connection/).first()).toBeVisible();
    await openPage(page, 2);
    await context.setOffline(false);
  });

  test('a story that is deleted while it is open may be read to its end', async ({
    page,
    context,
    madeStory,
    baseURL,
  }) => {
    const answer = await context.request.post(`/api/v1/stories/${madeStory.storyId}/duplicate`, {
      headers: { origin: new URL(baseURL ?? '').origin },
    });
    const { id: copyId } = (await answer.json()) as StoryView;
    await openBook(page, `/stories/${copyId}`);
    await openPage(page, 1);
    const gone = await context.request.delete(`/api/v1/stories/${copyId}`, {
      headers: { origin: new URL(baseURL ?? '').origin },
    });
    expect(gone.ok()).toBe(true);
    await comeBack(page);
    await expect(page.getByText('This story has been deleted.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete story' })).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await openPage(page, 2);
    await expect(page.getByText('The end')).toBeVisible();
    await page.getByRole('link', { name: 'To the other stories' }).click();
    await page.waitForURL('**/stories');
  });
});

test('a book from right to left turns the other way, and a word without an end stays on its page', async ({
  page,
  context,
  madeStory,
}) => {
  const story = await readStory(context, madeStory.storyId);
  story.language = 'ar';
  for (const scene of story.scenes) {
    scene.text = `كان يا ما كان ثعلب صغير أراد أن يرسل رسالة إلى القمر. ${'ثعلب'.repeat(60)}`;
    scene.words = [];
  }
  await page.route(`**/api/v1/stories/${madeStory.storyId}`, (route) => route.fulfill({ json: story }));
  await openBook(page, `/stories/${madeStory.storyId}`);
  await comeBack(page);
  await expect(page.getByTestId('story-text')).toContainText('ثعلب');
  await expect(page.getByRole('region', { name: 'The book' })).toHaveCSS('direction', 'rtl');
  await page.keyboard.press('ArrowLeft');
  await openPage(page, 2);
  await page.keyboard.press('ArrowRight');
  await openPage(page, 1);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
});

test('a page of 5,000 words lights up word after word without being drawn again', async ({
  page,
  context,
  madeStory,
}) => {
  const story = await readStory(context, madeStory.storyId);
  const scene = story.scenes[0];
  if (!scene) throw new Error('The story has no page.');
  const words = Array.from({ length: 5_000 }, (_, index) => `word${index}`);
  scene.text = words.map((word, index) => (index % 120 === 119 ? `${word}.\n\n` : `${word} `)).join('');
  scene.words = words.map((text, index) => ({ text, start_ms: index * 250, end_ms: index * 250 + 200 }));
  await page.route(`**/api/v1/stories/${madeStory.storyId}`, (route) => route.fulfill({ json: story }));
  await openBook(page, `/stories/${madeStory.storyId}`);
  await comeBack(page);
  await expect(page.locator('[data-word]')).toHaveCount(5_000);
  await page.evaluate(() => {
    const text = document.querySelector('[data-testid="story-text"]') as HTMLElement;
    const counts = { drawn: 0, lit: 0 };
    Object.assign(window, { counts });
    new MutationObserver((changes) => {
      for (const { type } of changes) counts[type === 'attributes' ? 'lit' : 'drawn']++;
    }).observe(text, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.getByRole('button', { name: 'Read to me' }).click();
  const counts = () =>
    page.evaluate(() => (window as unknown as { counts: { drawn: number; lit: number } }).counts);
  await expect.poll(async () => (await counts()).lit).toBeGreaterThan(8);
  expect((await counts()).drawn).toBe(0);
});
