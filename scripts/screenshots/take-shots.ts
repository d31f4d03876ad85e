import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { LIGHT_COOKIE } from '../../lib/client/page-light.ts';
import type { Rooms } from './make-rooms.ts';
import type { Shot } from './shots.ts';

export const LIGHTS = ['light', 'dark', 'bedtime'] as const;
export type Light = (typeof LIGHTS)[number];
/** `trouble` in one line, where it could not be taken or the page complained; null where all is well. */
export type Taken = { shot: Shot; light: Light; widthPx: number; file: string; trouble: string | null };

type TakeOptions = {
  shots: readonly Shot[];
  lights: readonly Light[];
  widthsPx: number[];
  directory: string;
};

/** A page longer than this is cut: nobody looks at the rest on a contact sheet. */
const LONGEST_PX = 3_200;
/** On a machine with much to do. */
const SHOWN_WITHIN_MS = 120_000;
const ARRIVES_WITHIN_MS = 6_000;
const heightFor = (widthPx: number) => (widthPx < 640 ? 844 : widthPx < 1_200 ? 1_180 : 900);

export async function takeShots(browser: Browser, rooms: Rooms, options: TakeOptions): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const shot of options.shots) {
    await shot.before?.(rooms);
    for (const light of options.lights) {
      for (const widthPx of options.widthsPx) {
        const file = `${shot.name}-${widthPx}-${light}.png`;
        const trouble = await takeShot(browser, rooms, {
          shot,
          light,
          widthPx,
          file: path.join(options.directory, file),
        });
        taken.push({ shot, light, widthPx, file, trouble });
        if (trouble) console.error(`${file}: ${trouble}`);
      }
    }
    await shot.after?.(rooms);
    console.log(shot.name);
  }
  return taken;
}

type One = { shot: Shot; light: Light; widthPx: number; file: string };

async function takeShot(
  browser: Browser,
  rooms: Rooms,
  { shot, light, widthPx, file }: One,
): Promise<string | null> {
  const height = heightFor(widthPx);
  const context = await browser.newContext({
    baseURL: rooms.url,
    storageState: rooms.visitors[shot.as],
    viewport: { width: widthPx, height },
    // A phone's letters are drawn with more than one dot each; so they are judged.
    deviceScaleFactor: widthPx < 640 ? 2 : 1,
    hasTouch: widthPx < 640,
    colorScheme: light === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: shot.isOffline ? 'allow' : 'block',
  });
  await context.addCookies([{ name: LIGHT_COOKIE, value: light, url: rooms.url }]);
  context.setDefaultTimeout(SHOWN_WITHIN_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    const answer = await page.goto(shot.path(rooms), { waitUntil: 'load' });
    const status = answer?.status();
    if (shot.status !== 'any' && status !== (shot.status ?? 200)) complaints.push(`answered ${status}`);
    await waitUntilArrived(page);
    await shot.prepare?.(page, rooms);
    await settle(page);
    // What Next puts in a corner while developing is not ours.
    await page.addStyleTag({ content: 'nextjs-portal { display: none }' });
    await page.screenshot({ path: file, ...(await chooseCut(page, shot, { width: widthPx, height })) });
  } catch (error) {
    complaints.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    await context.close();
  }
  return complaints.length === 0 ? null : complaints.join('; ');
}

/** Shapes of what is on its way have made room; those of a story that is being made may stay. */
export async function waitUntilArrived(page: Page): Promise<void> {
  const shape = page.locator('main .animate-breathe').first();
  await shape.waitFor({ state: 'detached', timeout: ARRIVES_WITHIN_MS }).catch((error: Error) => {
    if (error.name !== 'TimeoutError') throw error;
  });
}

/** Pictures and letters are there, and whatever faded in has. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // The whole page is taken: what waits until somebody scrolls there must not be missing.
    const pictures = [...document.images].filter((image) => image.src);
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

async function chooseCut(page: Page, shot: Shot, size: { width: number; height: number }) {
  if (shot.isOneScreen) return {};
  const pageHeight = await page.evaluate(() => document.documentElement.scrollHeight);
  if (pageHeight <= LONGEST_PX) return { fullPage: true };
  return { fullPage: true, clip: { x: 0, y: 0, width: size.width, height: LONGEST_PX } };
}
