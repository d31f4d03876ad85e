import type { Page } from '@playwright/test';
import { fillShelf } from './fill-shelf';
import { expect, expectAccessible, test } from './fixtures';
import { tabTo } from './keyboard';

const count = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /stor(y|ies)/ });
const books = (page: Page) => page.locator('[data-story]');
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });

test('five hundred stories: found, narrowed, followed to the middle and back', async ({
  page,
  baseURL,
  isMobile,
}) => {
  await fillShelf(page.context(), baseURL ?? '', 500);
  await page.goto('/stories');
  await expect(count(page)).toHaveText('500 stories');
  await expectAccessible(page);

  await test.step('by its words, as they are typed', async () => {
    await page.getByRole('searchbox', { name: 'Find a story' }).fill('GOLDEN drag');
    await expect(count(page)).toHaveText('14 stories found');
    await expect(page).toHaveURL(/\?q=GOLDEN\+drag$/);
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect(count(page)).toHaveText('500 stories');
  });

  await test.step('by its readers’ age, and back by the browser', async () => {
    if (isMobile) {
      await page.getByRole('button', { name: 'Filters' }).tap();
      const sheet = page.getByRole('dialog', { name: 'Look through the shelf' });
      const [age, order] = [
        sheet.getByRole('checkbox', { name: '9–12' }),
        sheet.getByRole('radio', { name: 'By title' }),
      ];
      // Checked when the address says so.
      await age.click();
      await expect(age).toBeChecked();
      await order.click();
      await expect(order).toBeChecked();
      await expectAccessible(page);
      await sheet.getByRole('button', { name: 'Show 166 books' }).tap();
      await expect(sheet).toBeHidden();
      await page.goBack();
      await expect(page).toHaveURL(/\?age=9-12$/);
    } else {
      await page.getByRole('button', { name: 'Ages 9–12' }).click();
      await expect(page).toHaveURL(/\?age=9-12$/);
    }
    await expect(count(page)).toHaveText('166 stories found');
    await page.goBack();
    await expect(count(page)).toHaveText('500 stories');
  });

  await test.step('nothing is found, and one press shows all again', async () => {
    await page.goto('/stories?q=giraffe&style=paper&sort=oldest');
    await expect(page.getByRole('heading', { name: 'No book like that' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all stories' }).click();
    await expect(page).toHaveURL(/\/stories\?sort=oldest$/);
    await expect(books(page).first()).toContainText('The');
  });

  await test.step('the shelf goes on by itself, and its middle is found again', async () => {
    await page.goto('/stories');
    for (const shown of [30, 60, 90]) {
      await expect
        .poll(async () => {
          await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
          return books(page).count();
        })
        .toBeGreaterThan(shown);
    }
    const book = link(page, 'The tiny fox 63');
    await book.scrollIntoViewIfNeeded();
    // The address follows: the page of the list that this book is on.
    const cursor = await books(page).filter({ hasText: 'The tiny fox 63' }).getAttribute('data-cursor');
    await expect.poll(() => new URL(page.url()).searchParams.get('cursor')).toBe(cursor);
    const address = page.url();
    const top = (await book.boundingBox())?.y ?? 0;
    await book.click();
    await expect(page.getByRole('heading', { level: 1, name: 'The tiny fox 63' })).toBeVisible();
    await page.goBack();
    await expect(book).toBeInViewport();
    expect(Math.abs(((await book.boundingBox())?.y ?? 0) - top)).toBeLessThan(40);
    // Sent to somebody else, or loaded again.
    await page.goto(address);
    await expect(books(page).filter({ hasText: 'The tiny fox 63' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'From the beginning of the shelf' })).toBeVisible();
  });
});

test.describe('what can be done with a book', () => {
  test.use({ allowedConsoleErrors: /status of (500|404) .*\/api\/v1\/stories\// });

  test('by keyboard alone: liked, renamed, copied, shared, deleted and brought back', async ({
    page,
    baseURL,
  }) => {
    await fillShelf(page.context(), baseURL ?? '', 2);
    await page.goto('/stories');
    const menuOf = (title: string) => page.getByRole('button', { name: `What to do with “${title}”` });
    async function choose(title: string, item: string): Promise<void> {
      await tabTo(page, menuOf(title));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu')).toBeVisible();
      const entry = page.getByRole('menuitem', { name: item });
      await tabTo(page, entry, 'ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu')).toBeHidden();
    }

    const heart = page.getByRole('button', { name: 'Favourite: The brave fox 0' });
    await tabTo(page, heart);
    await page.keyboard.press('Space');
    await expect(heart).toHaveAttribute('aria-pressed', 'true');

    await choose('The brave fox 0', 'Rename');
    const field = page.getByRole('textbox', { name: 'Title' });
    await expect(field).toBeFocused();
    await page.keyboard.type('The kindest fox');
    await page.keyboard.press('Enter');
    await expect(link(page, 'The kindest fox')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();

    await choose('The kindest fox', 'Duplicate');
    await expect(link(page, 'The kindest fox (copy)')).toBeVisible();
    await expect(count(page)).toHaveText('3 stories');

    await choose('The kindest fox', 'Share');
    await expect(page.getByRole('dialog', { name: 'Share this story' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menuOf('The kindest fox')).toBeFocused();

    await choose('The kindest fox (copy)', 'Delete');
    await expect(link(page, 'The kindest fox (copy)')).toBeHidden();
    await expect(count(page)).toHaveText('2 stories');
    await page.keyboard.press('F8');
    const undo = page.getByRole('button', { name: 'Undo' });
    await tabTo(page, undo);
    await page.keyboard.press('Enter');
    await expect(link(page, 'The kindest fox (copy)')).toBeVisible();

    // What cannot be deleted comes back and says so.
    await page.route('**/api/v1/stories/*', (route) =>
      route.request().method() === 'DELETE' ? route.fulfill({ status: 500 }) : route.continue(),
    );
    await choose('The sleepy whale 1', 'Delete');
    await page.getByRole('button', { name: 'Close this message' }).last().press('Enter');
    // Seen, and for a moment also read out.
    await expect(page.getByText('“The sleepy whale 1” is back').first()).toBeVisible();
    await expect(link(page, 'The sleepy whale 1')).toBeVisible();
    await page.unroute('**/api/v1/stories/*');

    // Whoever leaves has made up their mind.
    await choose('The sleepy whale 1', 'Delete');
    await expect(link(page, 'The sleepy whale 1')).toBeHidden();
    await page.goto('/jobs');
    await expect
      .poll(
        async () => ((await (await page.request.get('/api/v1/stories')).json()) as { total: number }).total,
      )
      .toBe(2);
    await page.goto('/stories?favourite=1');
    await expect(books(page)).toHaveCount(1);
    await expect(link(page, 'The kindest fox')).toBeVisible();
  });
});
