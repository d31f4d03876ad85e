import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a person sees of a conversation and does in it. */
export const storyteller = (page: Page): Locator => page.getByRole('article', { name: 'The storyteller' });
export const ownWords = (page: Page): Locator => page.getByRole('article', { name: 'You' });
export const composer = (page: Page): Locator => page.getByLabel('Your words to the storyteller');
export const storyNotes = (page: Page): Locator => page.getByRole('region', { name: 'Story notes' });

/** A page that was just opened takes the focus there once it is alive. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await expect(composer(page)).toBeFocused();
}

export async function openNewConversation(page: Page): Promise<void> {
  await page.goto('/chat');
  await waitUntilAlive(page);
}

/** Says something and does not wait for the answer. */
export async function speak(page: Page, words: string): Promise<void> {
  // Words have been told before an answer has ended: until then nothing is sent.
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await composer(page).fill(words);
  await composer(page).press('Enter');
}

/** Says something and waits until the storyteller has answered it. */
export async function say(page: Page, words: string): Promise<void> {
  const before = await storyteller(page).count();
  await speak(page, words);
  await expect(storyteller(page)).toHaveCount(before + 1);
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
}

/** The first words of a new conversation, and its answer. */
export async function begin(page: Page): Promise<void> {
  await openNewConversation(page);
  await say(page, 'A story about Nova, a small fox who lives in an old lighthouse');
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
}
