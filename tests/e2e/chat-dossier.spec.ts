import { expect, test } from './fixtures';
import { begin, say, storyNotes } from './talk';

test.use({ viewport: { width: 1440, height: 900 } });

test('story notes are changed by hand, say what changed, and go back', async ({ page }) => {
  await begin(page);
  const notes = storyNotes(page);
  const place = notes.getByLabel(/^Where, 1;/);
  await expect(place).toHaveValue(/lighthouse/);
  const told = await place.inputValue();
  await place.fill('A tower made of glass');
  await place.press('Enter');
  await notes.getByText('What changed').click();
  const byHand = notes.getByRole('listitem').filter({ hasText: 'By hand' });
  await expect(byHand).toContainText('in a tower made of glass');
  await page.reload();
  await expect(place).toHaveValue('A tower made of glass');

  await notes.getByText('What changed').click();
  await notes
    .getByRole('listitem')
    .filter({ hasText: 'From the conversation' })
    .getByRole('button', { name: 'Go back to this' })
    .click();
  await expect(place).toHaveValue(told);
  await expect(notes.getByRole('listitem').filter({ hasText: 'Went back' })).toBeVisible();
  // What is said from now on is added to what one went back to.
  await say(page, 'Her best friend is Pip, a clever owl.');
  await expect(notes.getByRole('list', { name: 'Characters' })).toContainText('Pip');
  await expect(place).toHaveValue(told);
});
