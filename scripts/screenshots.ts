import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../tests/support/find-chromium.ts';
import type { RunningApp } from '../tests/support/start-app.ts';
import { withBenchApp } from './bench/bench-app.ts';
import { buildContactSheet } from './screenshots/contact-sheet.ts';
import { ABSENT_MODEL, makeRooms } from './screenshots/make-rooms.ts';
import { SHOTS } from './screenshots/shots.ts';
import { LIGHTS, type Light, takeShots } from './screenshots/take-shots.ts';

/**
 * Takes every page and state, in three lights and two sizes: `npm run screenshots`, or some of them:
 * `npm run screenshots -- --only reader,gallery --light dark --width 390 --out ./look`. It starts a Storyloom of its own
 * and makes in it, over the API, what the pages show; index.html in the folder shows all of them side by side. Ends with 1
 * where something could not be taken.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    /** Parts of names of shots, with commas. */
    only: { type: 'string', default: '' },
    light: { type: 'string', default: LIGHTS.join(',') },
    /** In pixels. */
    width: { type: 'string', default: '390,1440' },
    /** One that is running already, e.g. `npm run dev`; what only an own one can show is left out. */
    url: { type: 'string' },
  },
});

/** A service where nobody answers: a story that asks for it fails, as it does when a real one is away. */
const ABSENT_SERVICE = {
  OPENAI_API_KEY: 'sk-nobody-is-there',
  OPENAI_BASE_URL: 'http://127.0.0.1:65535/v1',
  ALLOWED_MODELS: ABSENT_MODEL,
  STORY_MODEL: 'builtin/storyteller',
  IMAGE_MODEL: 'builtin/illustrator',
  SPEECH_MODEL: 'builtin/narrator',
  CHAT_MODEL: 'builtin/interviewer',
  INNGEST_RETRY_BASE_MS: '50',
};

const wanted = values.only.split(',').filter(Boolean);
const shots = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const lights = LIGHTS.filter((light: Light) => values.light.split(',').includes(light));
const widthsPx = values.width.split(',').map(Number);
if (shots.length === 0 || lights.length === 0 || widthsPx.some((width) => !(width >= 240))) {
  console.error(`Nothing to take. There are: ${SHOTS.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const directory = path.resolve(values.out);
mkdirSync(directory, { recursive: true });
let failed = 0;
if (values.url) await takeAll(values.url, null);
else await withBenchApp((app) => takeAll(app.url, app), ABSENT_SERVICE);
process.exitCode = failed === 0 ? 0 : 1;

async function takeAll(url: string, app: RunningApp | null): Promise<void> {
  const executablePath = await findChromium();
  // Tests also run as root, where Chromium's sandbox cannot start.
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    console.log('Making what the pages show …');
    const rooms = await makeRooms(browser, url, app);
    const possible = shots.filter((shot) => app !== null || !shot.isOwnAppOnly);
    const taken = await takeShots(browser, rooms, { shots: possible, lights, widthsPx, directory });
    writeFileSync(path.join(directory, 'index.html'), buildContactSheet(taken, lights, widthsPx));
    failed = taken.filter(({ trouble }) => trouble !== null).length;
    console.log(`${taken.length - failed} of ${taken.length} taken: ${path.join(directory, 'index.html')}`);
  } finally {
    await browser.close();
  }
}
