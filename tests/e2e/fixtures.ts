import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { waitUntilArrived } from '../../scripts/screenshots/take-shots';
import { type MadeStory, makeStory } from './made-story';

type TestFixtures = {
  /** Lines the browser may write: "Failed to load resource" for a refusal that the test itself provokes. */
  allowedConsoleErrors: RegExp | undefined;
  consoleGuard: undefined;
  /** A page in a browser of its own, that of somebody nobody knows yet. */
  openStranger: () => Promise<Page>;
};
type WorkerFixtures = {
  /** A finished two-page story and the cookies of the guest who owns it; made once for all tests that only read it. */
  madeStory: MadeStory;
};

/** Playwright's `test`, in which anything the browser complains about fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  allowedConsoleErrors: [undefined, { option: true }],
  consoleGuard: [
    async ({ context, allowedConsoleErrors }, use) => {
      const check = watchConsole(context, allowedConsoleErrors);
      await use(undefined);
      check();
    },
    { auto: true },
  ],
  openStranger: async ({ browser, allowedConsoleErrors, viewport }, use) => {
    const opened: { context: BrowserContext; check: () => void }[] = [];
    await use(async () => {
      const context = await browser.newContext({ viewport });
      opened.push({ context, check: watchConsole(context, allowedConsoleErrors) });
      return context.newPage();
    });
    for (const { context, check } of opened) {
      await context.close();
      check();
    }
  },
  madeStory: [
    async ({ browser }, use, workerInfo) => {
      const baseURL = workerInfo.project.use.baseURL;
      if (!baseURL) throw new Error('The project has no baseURL.');
      const context = await browser.newContext({ baseURL });
      const story = await makeStory(context, baseURL);
      await context.close();
      await use(story);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});
export { expect } from '@playwright/test';

function watchConsole(context: BrowserContext, allowed: RegExp | undefined): () => void {
  const complaints: string[] = [];
  context.on('console', (line) => {
    const text = `${line.text()} (${line.location().url})`;
    if (line.type() === 'error' && !allowed?.test(text)) complaints.push(text);
  });
  context.on('weberror', (event) => complaints.push(String(event.error().stack ?? event.error())));
  return () => expect(complaints, 'the browser complained').toEqual([]);
}

/** Until React listens, a key or a touch is heard by nobody: on a busy machine that is a second after the page is seen. */
export async function waitUntilListening(element: Locator): Promise<void> {
  const isListening = () =>
    element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isListening).toBe(true);
}

/** No violation of axe's rules for WCAG 2.2 AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
}

/** What axe has against the page as it is now: each broken rule with the places. @param except a selector of what it leaves out */
export async function findBarriers(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
  except?: string,
): Promise<string[]> {
  await waitUntilAtRest(page);
  const axe = new AxeBuilder({ page });
  if (except) axe.exclude(except);
  const rules =
    what === 'colours'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await rules.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** A half-faded word has half its contrast, and a page on its way no heading: until everything is there and has its colour. */
async function waitUntilAtRest(page: Page): Promise<void> {
  await waitUntilArrived(page);
  await page.evaluate(async () => {
    // Of those that end: what waits or shines goes on for ever.
    const findEnding = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    // A colour that is handed down begins its own change when the one above has ended.
    for (let ending = findEnding(); ending.length > 0; ending = findEnding()) {
      await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
      await new Promise(requestAnimationFrame);
    }
  });
}

/** What reaches past the right edge of the screen where nobody can scroll to it, each in a few words. */
export async function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Not the window's own: a phone zooms out until everything is in it.
    const edge = document.documentElement.clientWidth;
    const isScrolled = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('main *, [role="dialog"] *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 1 && right > edge + 1 && !isScrolled(element);
      })
      .map(
        (element) => `cut off at the right: ${element.tagName} “${element.textContent?.trim().slice(0, 40)}”`,
      );
  });
}
