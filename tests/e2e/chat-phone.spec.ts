import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { begin, storyNotes } from './talk';

// A half-faded word has half its contrast: what is measured is the page at rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const COLOURS = ['light', 'dark'] as const;

async function expectAccessibleInBothColours(page: Page, where: string): Promise<void> {
  for (const colorScheme of COLOURS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await test.step(`${where}, ${colorScheme}`, () => expectAccessible(page));
  }
}

test('nobody meets a barrier in a conversation, its notes and the list of conversations', async ({
  page,
}) => {
  await page.goto('/chat');
  await expectAccessibleInBothColours(page, 'before anything was said');
  await begin(page);
  await expectAccessibleInBothColours(page, 'the conversation');

  await page.getByRole('button', { name: 'Notes' }).click();
  await expect(storyNotes(page).getByRole('list', { name: 'Characters' })).toContainText('Nova');
  await storyNotes(page).getByText('What changed').click();
  await expectAccessibleInBothColours(page, 'the notes');
  await page.keyboard.press('Escape');
  await expect(storyNotes(page)).toBeHidden();

  await page.getByRole('button', { name: 'Conversations', exact: true }).click();
  const list = page.getByRole('dialog', { name: 'Your conversations' });
  await expect(list.getByRole('button', { name: /^Rename/ })).toBeVisible();
  await expectAccessibleInBothColours(page, 'the list of conversations');
  await list.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessibleInBothColours(page, 'the question before deleting');
});
