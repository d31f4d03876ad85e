import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './tests/support/find-chromium';

/**
 * Browser tests. `npm test` starts a Storyloom of its own and says where (STORYLOOM_TEST_URL and
 * STORYLOOM_TEST_SUPABASE_URL, whose /mail page holds the mails); alone, Playwright starts one on ports nobody else uses.
 */
const LONE_WEB_PORT = 3190;
const LONE_SUPABASE_PORT = 54391;
const runningUrl = process.env.STORYLOOM_TEST_URL;
// Workers read their addresses from the environment too.
process.env.STORYLOOM_TEST_SUPABASE_URL ??= `http://127.0.0.1:${LONE_SUPABASE_PORT}`;
process.env.STORYLOOM_TEST_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'storyloom-browser-'));

const executablePath = await findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test makes a film on the same two cores; side by side they would only wait for each other.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may be busy just now; a second failure is not the machine's. The report names what was flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    baseURL: runningUrl ?? `http://localhost:${LONE_WEB_PORT}`,
    // A click on what never comes says so long before the test's own end.
    actionTimeout: 20_000,
    // It only shows a page of ours where there is no connection; the test of that one lets it in.
    serviceWorkers: 'block',
    // Of every first try it would cost a third of the whole run.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [
        // Tests also run as root, where Chromium's sandbox cannot start.
        '--no-sandbox',
        // A microphone that hears a tone, and nobody to ask whether a page may listen to it.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: ['touch.spec.ts', 'chat-phone.spec.ts'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      // What a small touch screen changes; the rest is the same code on both.
      testMatch: [
        'newcomer.spec.ts',
        'reader.spec.ts',
        'reading-room.spec.ts',
        'touch.spec.ts',
        'accessibility.spec.ts',
        'design.spec.ts',
        'gallery.spec.ts',
        'chat-phone.spec.ts',
        'job.spec.ts',
        'sharing.spec.ts',
        'mending.spec.ts',
        'start-page.spec.ts',
        'devices.spec.ts',
      ],
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
  ],
  ...(runningUrl
    ? {}
    : {
        webServer: {
          command: 'npm start',
          url: `http://localhost:${LONE_WEB_PORT}/`,
          // The first start builds.
          timeout: 180_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
          env: {
            PORT: String(LONE_WEB_PORT),
            SUPABASE_PORT: String(LONE_SUPABASE_PORT),
            POSTGRES_PORT: '54392',
            INNGEST_PORT: '8291',
            GUESTS_PER_IP_PER_HOUR: '100000',
            SIGN_UPS_PER_IP_PER_HOUR: '100000',
            SAMPLE_STORY: 'off',
            STORYLOOM_DATA_DIR: process.env.STORYLOOM_TEST_DATA_DIR,
          },
        },
      }),
});
