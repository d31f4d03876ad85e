import type { Page } from '@playwright/test';
import { streamedChat } from '../providers/openai-chat';
import { expect, test } from './scripted-storyteller';
import { openNewConversation, ownWords, say, speak, storyteller } from './talk';

/** Answers that take their time, are stopped, asked for anew, or break off: what a person sees of them. */
const LONG = Array.from({ length: 16 }, (_, index) => `This is sentence ${index + 1}.`).join(' ');
/** Four sentences of the answer, and the rest when the test says so. */
function pausedAnswer() {
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
  return { answer: streamedChat(LONG, { wordMs: 10, pause: { afterWords: 16, until } }), goOn };
}
const spokenText = (page: Page) => storyteller(page).locator('p.font-story').innerText();

async function beginToHear(page: Page): Promise<void> {
  await openNewConversation(page);
  await speak(page, 'A story about Nova, a small fox');
  await expect(storyteller(page)).toContainText('sentence 2.');
}

test.setTimeout(150_000);

test.beforeEach(({ scripted }) => {
  scripted.provider.requests.length = 0;
});

test('a page reloaded in mid-answer goes on reading it, and the whole answer stands there once', async ({
  page,
  scripted,
}) => {
  const { answer, goOn } = pausedAnswer();
  scripted.provider.answer(answer);
  await beginToHear(page);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Stop the answer' })).toBeVisible();
  await expect(storyteller(page)).toContainText('This is sentence 1.');
  await expect(storyteller(page)).not.toContainText('sentence 16.');
  goOn();
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
  expect(await spokenText(page)).toBe(LONG);
  await expect(storyteller(page)).toHaveCount(1);
  await expect(ownWords(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Answer anew' })).toBeVisible();
  expect(await spokenText(page)).toBe(LONG);
  // Nobody was asked again for it.
  expect(scripted.provider.requests).toHaveLength(1);
});

test('a stopped answer keeps what came; another one, and one to other words, take its place', async ({
  page,
  scripted,
}) => {
  const { answer, goOn } = pausedAnswer();
  scripted.provider.answer(answer);
  await beginToHear(page);
  await page.getByRole('button', { name: 'Stop the answer' }).click();
  await expect(page.getByText('You stopped this answer.')).toBeVisible();
  goOn();
  const kept = await spokenText(page);
  expect(LONG.startsWith(kept.trim())).toBe(true);
  expect(kept).toContain('sentence 2.');
  expect(kept).not.toContain('sentence 16.');
  await page.reload();
  await expect(page.getByText('You stopped this answer.')).toBeVisible();
  expect(await spokenText(page)).toBe(kept);

  scripted.provider.answer(streamedChat('Let me try again: who is Nova?'));
  await page.getByRole('button', { name: 'Answer anew' }).click();
  await expect(storyteller(page)).toContainText(['Let me try again: who is Nova?']);
  await expect(storyteller(page)).not.toContainText('sentence 2.');
  await expect(page.getByText('You stopped this answer.')).toHaveCount(0);

  scripted.provider.answer(streamedChat('A bear who bakes, how good that smells!'));
  await page.getByRole('button', { name: 'Say it differently' }).click();
  await ownWords(page).getByRole('textbox').fill('A story about Bruno, a bear who bakes bread');
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(storyteller(page)).toHaveText([/how good that smells!/]);
  await page.reload();
  await expect(storyteller(page)).toHaveText([/how good that smells!/]);
  await expect(ownWords(page)).toHaveText([/Bruno/]);
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('of an answer that breaks off what came stays, and Retry gets a whole one', async ({
  page,
  scripted,
}) => {
  scripted.provider.answer(streamedChat(LONG, { wordMs: 20, breakOffAfterWords: 14 }));
  await openNewConversation(page);
  await speak(page, 'A story about Nova, a small fox');
  const problem = page.getByRole('alert').filter({ hasText: 'The answer broke off.' });
  await expect(problem).toBeVisible();
  await expect(storyteller(page)).toContainText('This is sentence 3.');
  await page.reload();
  await expect(problem).toBeVisible();
  await expect(storyteller(page)).toContainText('This is sentence 3.');
  scripted.provider.answer(streamedChat('Where does Nova live?'));
  await problem.getByRole('button', { name: 'Retry' }).click();
  await expect(storyteller(page)).toContainText('Where does Nova live?');
  await expect(storyteller(page)).not.toContainText('sentence 3.');
  await expect(problem).toHaveCount(0);
  scripted.provider.answer(streamedChat('A lighthouse, how bright.'));
  await say(page, 'In a lighthouse');
  await expect(storyteller(page)).toHaveCount(2);
});
