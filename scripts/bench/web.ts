import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tests/support/find-chromium.ts';
import { measureFirstLoad } from '../../tests/support/first-load-script.ts';
import { findFreePorts } from '../../tests/support/free-ports.ts';
import { describeLoad, printFigure, withBenchApp } from './bench-app.ts';
import { makeBooks } from './web/make-books.ts';
import { measurePage, type PageFigures } from './web/measure-page.ts';

/**
 * `npm run bench:web`: what a slow phone (Lighthouse's mobile preset) gets of the start page, the gallery, the reader and a
 * shared book, on a production build and an installation of its own, with books that the built-in engines made. Figures are
 * printed beside their goals; a goal that is missed is no failure of the bench.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    /** Only pages whose name contains this. */
    only: { type: 'string', default: '' },
    /** `simulate` computes a slow phone from a fast visit, as the preset has it; `devtools` really slows the visit down. */
    throttling: { type: 'string', default: 'simulate' },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const { throttling } = values;
if (throttling !== 'simulate' && throttling !== 'devtools') {
  throw new Error('--throttling is simulate or devtools.');
}
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

type Report = PageFigures & {
  page: string;
  load: string;
  firstLoadBytes: number;
  scripts: { path: string; gzipBytes: number }[];
};
const reports: Report[] = [];

await withBenchApp(async ({ url }) => {
  const { cookie, storyId, shareUrl } = await makeBooks(url);
  const [browserPort = 0] = await findFreePorts(1);
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox', `--remote-debugging-port=${browserPort}`],
    ...(executablePath && { executablePath }),
  });
  try {
    const pages = [
      { page: 'start', path: '/', goal: true },
      { page: 'gallery', path: '/stories', cookie },
      { page: 'reader', path: `/stories/${storyId}`, cookie, goal: true },
      { page: 'shared', path: new URL(shareUrl).pathname, goal: true },
    ].filter(({ page }) => page.includes(values.only));
    for (const { page, path, cookie: owner, goal } of pages) {
      const address = new URL(path, url).href;
      // The first visitor after a start waits for modules that the others find loaded.
      const firstLoad = await measureFirstLoad(address, owner ? { cookie: owner } : {});
      const figures = await measurePage({ url: address, browserPort, cookie: owner, runs, throttling });
      const report: Report = {
        page,
        load: describeLoad(),
        ...figures,
        firstLoadBytes: firstLoad.gzipBytes,
        scripts: firstLoad.scripts,
      };
      reports.push(report);
      if (!values.json) print(report, goal ? '≤ 170 kB' : '');
    }
  } finally {
    await browser.close();
  }
});
if (values.json) console.log(JSON.stringify(reports, undefined, 2));

function print(report: Report, scriptGoal: string): void {
  console.log(`\n${report.page}, the middle of ${runs} (${report.load})`);
  printFigure('performance', String(report.performance), '≥ 95');
  printFigure('accessibility', String(report.accessibility), '100');
  printFigure('best practices', String(report.bestPractices), '≥ 95');
  printFigure('largest contentful paint', seconds(report.largestPaintMs), '≤ 1.8 s');
  printFigure('cumulative layout shift', report.layoutShift.toFixed(3), '≤ 0.02');
  printFigure('total blocking time', `${report.blockingMs.toFixed(0)} ms`);
  printFigure('first contentful paint', seconds(report.firstPaintMs));
  printFigure('the server’s answer', `${report.serverMs.toFixed(0)} ms`);
  printFigure('first-load script, gzip', kilobytes(report.firstLoadBytes), scriptGoal);
  printFigure('    with what is fetched ahead', kilobytes(report.loadedScriptBytes));
  printFigure('everything that was transferred', kilobytes(report.transferredBytes));
  for (const complaint of report.complaints) console.log(`  ${complaint}`);
}
