import type { Page } from '@playwright/test';
import { streamedChat } from '../providers/openai-chat';
import { test as plainTest } from './fixtures';
import { expect, test } from './scripted-storyteller';
import { composer, openNewConversation, say, storyteller } from './talk';

/** A browser that understands nothing itself: its microphone can only be recorded. */
async function withoutRecognition(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) {
      Object.defineProperty(window, name, { value: undefined, configurable: true });
    }
  });
}

/** A browser's own recognition, which no headless one has: it hears a fox, first half, then whole. */
async function withRecognition(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class Recognition {
      onresult: ((event: object) => void) | null = null;
      onend: (() => void) | null = null;
      start() {
        setTimeout(() => this.hear('A fox', false), 50);
        setTimeout(() => this.hear('A fox named Rusty', true), 500);
      }
      hear(transcript: string, isFinal: boolean) {
        this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
      }
      stop() {
        setTimeout(() => this.onend?.(), 10);
      }
      abort() {
        this.stop();
      }
    }
    Object.defineProperty(window, 'SpeechRecognition', { value: Recognition });
  });
}

test('words recognised by the browser appear while they are spoken', async ({ page }) => {
  await withRecognition(page);
  await openNewConversation(page);
  await composer(page).fill('Please:');
  await page.getByRole('button', { name: 'Dictate' }).click();
  await expect(composer(page)).toHaveValue('Please: A fox');
  await expect(composer(page)).toHaveValue('Please: A fox named Rusty');
  await page.getByRole('button', { name: 'Stop dictating' }).click();
  await expect(page.getByRole('button', { name: 'Dictate' })).toBeVisible();
  await expect(page.getByText('Nothing was heard')).toHaveCount(0);
});

test('speech is recorded and written down by our server where the browser cannot', async ({
  page,
  scripted,
}) => {
  await withoutRecognition(page);
  scripted.provider.requests.length = 0;
  scripted.provider.answer({
    body: JSON.stringify({ text: 'A fox named Rusty.', language: 'english', duration: 1 }),
  });
  await openNewConversation(page);
  await page.getByRole('button', { name: 'Dictate' }).click();
  await expect(page.getByText('Listening…')).toBeAttached();
  // The browser's own tone is recorded for a moment.
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Stop dictating' }).click();
  await expect(composer(page)).toHaveValue('A fox named Rusty.');
  const [request] = scripted.provider.requests;
  expect(request?.path).toBe('/v1/audio/transcriptions');
  const sound = request?.body.file as Blob;
  expect(sound.type).toMatch(/^audio\/(webm|mp4)/);
  expect(sound.size).toBeGreaterThan(1_000);
});

test('an answer is read aloud by the narrator until it is stopped', async ({ page, scripted }) => {
  // Its player is not on the page: listen to every one that is made.
  await page.addInitScript(() => {
    const made: HTMLAudioElement[] = [];
    const Native = window.Audio;
    window.Audio = class extends Native {
      constructor(source?: string) {
        super(source);
        made.push(this);
      }
    };
    Object.defineProperty(window, 'madePlayers', { value: made });
  });
  const listen = () =>
    page.evaluate(() => {
      const player = (window as unknown as { madePlayers: HTMLAudioElement[] }).madePlayers.at(-1);
      return player
        ? { atSeconds: player.currentTime, seconds: player.duration, isPaused: player.paused }
        : null;
    });
  scripted.provider.answer(
    streamedChat('A fox named Rusty! I should like to know where he lives, and whether he is ever afraid.'),
  );
  await openNewConversation(page);
  await say(page, 'A story about a fox named Rusty');
  await storyteller(page).getByRole('button', { name: 'Read aloud' }).click();
  await expect(storyteller(page).getByRole('button', { name: 'Stop reading' })).toBeVisible();
  await expect.poll(async () => (await listen())?.atSeconds ?? 0).toBeGreaterThan(0.5);
  expect((await listen())?.seconds).toBeGreaterThan(2);
  await storyteller(page).getByRole('button', { name: 'Stop reading' }).click();
  await expect(storyteller(page).getByRole('button', { name: 'Read aloud' })).toBeVisible();
  expect((await listen())?.isPaused).toBe(true);
});

plainTest('where nobody writes speech down the microphone says so', async ({ page }) => {
  await withoutRecognition(page);
  await openNewConversation(page);
  await page.getByRole('button', { name: 'Dictate' }).click();
  await expect(
    page.getByText('Neither this browser nor this Storyloom can write down speech.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dictate' })).toBeEnabled();
});
