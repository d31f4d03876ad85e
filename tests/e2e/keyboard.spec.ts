import { fillShelf } from './fill-shelf';
import { expect, test } from './fixtures';
import { choose, pressOn, tabTo } from './keyboard';
import { makeStory } from './made-story';

/**
 * Every task with a keyboard alone: nothing here is clicked, and nothing is focused but by its keys. What has a keyboard test
 * beside its other tests (the workshop's filters, a book's menu, words by ear, API keys) is not repeated.
 */
test('a story is wished for, followed, stopped and begun anew', async ({ page }) => {
  await page.goto('/');
  const main = page.getByRole('main');
  await test.step('past the header in one press', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, main.getByLabel('What is the story about?'));
  });
  await page.keyboard.type('Oskar the penguin has never seen a tree');
  await choose(page, main.getByRole('group', { name: 'How old are the listeners?' }), '9–12');
  await choose(page, main.getByRole('group', { name: 'How many pages?' }), '12');
  await choose(page, main.getByRole('group', { name: 'Who reads it?' }), /^Oliver/);
  await choose(page, main.getByRole('group', { name: 'How should the pictures look?' }), 'Crayon');
  await pressOn(page, main.getByRole('button', { name: /Feeling and picture shape/ }));
  await choose(page, main.getByRole('group', { name: 'What should it feel like?' }), 'Dreamy');

  const asked = page.waitForRequest('**/api/v1/stories/generate');
  await pressOn(page, main.getByRole('button', { name: 'Weave my story' }), 'Shift+Tab');
  expect((await asked).postDataJSON()).toMatchObject({
    prompt: 'Oskar the penguin has never seen a tree',
    age_group: '9-12',
    num_illustrations: 12,
    voice: 'oliver',
    style: 'crayon',
    tone: 'dreamy',
  });
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
  await expect(page.getByTestId('growing-text').first()).toBeVisible({ timeout: 30_000 });
  const stop = async () => {
    await pressOn(page, page.getByRole('button', { name: 'Stop this story' }));
    await expect(page.getByText('stopped before it was finished')).toBeVisible({ timeout: 20_000 });
  };
  await stop();
  await pressOn(page, page.getByRole('button', { name: 'Begin anew' }));
  await stop();
});

test('a book is opened from the shelf, read, mended, shared and deleted', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(150_000);
  await makeStory(context, baseURL ?? '', {
    generate_film: false,
    num_illustrations: 2,
    target_length: 40,
  });
  await page.goto('/stories');
  const main = page.getByRole('main');
  await pressOn(page, main.getByRole('article').getByRole('link').first());
  await page.waitForURL(/\/stories\/[0-9a-f-]{36}/);

  await test.step('is read by the arrows, and aloud', async () => {
    await expect(page.getByText('Page 1 of 2')).toBeAttached();
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight');
        return page.getByText('Page 2 of 2').count();
      })
      .toBe(1);
    await page.keyboard.press('Home');
    await expect(page.getByText('Page 1 of 2')).toBeAttached();
    await pressOn(page, page.getByRole('button', { name: 'Read to me' }));
    await expect(page.locator('[data-spoken]')).toBeVisible();
    await pressOn(page, page.getByRole('button', { name: 'Pause' }));
    await expect(page.locator('[data-spoken]')).toHaveCount(0);
  });

  await test.step('its words are mended', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Mend', exact: true }));
    const table = page.getByRole('region', { name: 'Mend this story' });
    const words = table.getByLabel('The words of page 1');
    await tabTo(page, words);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Nova sat by the window and looked for the moon.');
    await pressOn(page, table.getByRole('button', { name: 'Save the words' }));
    await expect(page.getByText('Page 1 is told in other words.', { exact: true })).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'The book' }).getByText('looked for the moon'),
    ).toBeVisible();
  });

  await test.step('it is shared, and the link taken back', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Share', exact: true }), 'Shift+Tab');
    const dialog = page.getByRole('dialog', { name: 'Share this story' });
    await pressOn(page, dialog.getByRole('button', { name: 'Make a link' }));
    await expect(dialog.getByLabel('The link')).toHaveValue(/\/s\//);
    await pressOn(page, dialog.getByRole('button', { name: 'Take the link back' }));
    await pressOn(page, dialog.getByRole('button', { name: 'Take it back' }));
    await expect(dialog.getByRole('button', { name: 'Make a link' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
  });

  await test.step('it is deleted after a second thought', async () => {
    for (const answer of ['Keep it', 'Delete']) {
      await pressOn(page, page.getByRole('button', { name: 'Delete story' }));
      await pressOn(page, page.getByRole('alertdialog').getByRole('button', { name: answer }));
      await expect(page.getByRole('alertdialog')).toBeHidden();
    }
    await page.waitForURL('**/stories');
    await expect(page.getByRole('heading', { name: 'Your shelf is still empty' })).toBeVisible();
  });
});

test('one talks to the storyteller and writes into its notes', async ({ page }) => {
  await page.goto('/chat');
  const words = page.getByLabel('Your words to the storyteller');
  await expect(words).toBeFocused();
  await page.keyboard.type('A story about Nova, a small fox who lives in an old lighthouse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
  const openNotes = page.getByRole('button', { name: 'Notes' });
  await pressOn(page, openNotes);
  const notes = page.getByRole('dialog');
  await tabTo(page, notes.getByLabel('Add a character'));
  await page.keyboard.type('Old Tom');
  await page.keyboard.press('Enter');
  await expect(notes.getByText('Old Tom').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(openNotes).toBeFocused();
});

test('one becomes somebody, says who reads, leaves and comes back', async ({ page, baseURL }) => {
  const [email, password] = [`keys-${Date.now()}@example.com`, 'a-lantern-in-the-forest'];
  await fillShelf(page.context(), baseURL ?? '', 1);
  await page.goto('/login');
  const main = page.getByRole('main');
  const enter = async () => {
    await tabTo(page, main.getByLabel('Email'));
    await page.keyboard.type(email);
    await tabTo(page, main.getByLabel('Password'));
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/stories');
  };
  // A guest is offered an account; the other tab is an arrow away.
  await tabTo(page, main.getByRole('tab', { name: 'New account', selected: true }));
  await page.keyboard.press('ArrowLeft');
  await expect(main.getByRole('tab', { name: 'Sign in' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await enter();

  await test.step('a reader of the household', async () => {
    await pressOn(page, page.getByRole('link', { name: /^Your account/ }));
    await page.waitForURL('**/account');
    await pressOn(page, page.getByRole('link', { name: 'Open household' }));
    await page.waitForURL('**/account/household');
    await pressOn(page, main.getByRole('button', { name: 'Add a reader' }));
    await tabTo(page, page.getByLabel('First name or nickname'));
    await page.keyboard.type('Mila');
    await pressOn(page, page.getByRole('button', { name: 'Add to the household' }));
    await expect(page.getByRole('list', { name: 'Readers' }).getByRole('listitem')).toContainText('Mila');
  });

  await test.step('out, and in again', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab');
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await page.goto('/login');
    await enter();
    await expect(main.getByRole('article')).toHaveCount(1);
  });
});
