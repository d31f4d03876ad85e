import { beforeAll, expect, inject, test, vi } from 'vitest';
import type { JobAcceptedView, JobView } from '../../lib/story/views.ts';
import { findScripts, measureFirstLoad } from '../support/first-load-script.ts';
import { openBrowser } from '../support/open-browser.ts';

/**
 * What a phone has to fetch and run before a page of ours can be used. The limits are what has been reached and two per cent,
 * so that nothing heavy slips in; 140,000 of each are Next's and React's (docs/decisions/029).
 */
const { url } = inject('app');
const browser = openBrowser(url);
let cookie = '';
let storyId = '';

beforeAll(async () => {
  const answer = await browser.post('/api/v1/stories/generate', {
    prompt: 'A snail who carries a lantern',
    age_group: '3-5',
    num_illustrations: 1,
    target_length: 30,
    generate_film: false,
  });
  const accepted = (await answer.json()) as JobAcceptedView;
  storyId = accepted.story_id;
  const readStatus = async () =>
    ((await (await browser.send(`/api/v1/stories/jobs/${accepted.job_id}`)).json()) as JobView).status;
  await vi.waitFor(async () => expect(await readStatus()).toBe('completed'), {
    timeout: 90_000,
    interval: 300,
  });
  cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}, 120_000);

test.each([
  ['start', 177_000, () => '/'],
  ['gallery', 179_000, () => '/stories'],
  ['reader', 188_000, () => `/stories/${storyId}`],
])('the first load of the %s is no heavier than %i bytes, packed with gzip', async (_page, most, path) => {
  const { scripts, gzipBytes } = await measureFirstLoad(new URL(path(), url).href, { cookie });
  // Next, React, and something of the page's own.
  expect(scripts.length).toBeGreaterThan(3);
  expect(gzipBytes, JSON.stringify(scripts, undefined, 2)).toBeLessThanOrEqual(most);
});

test('scripts are found wherever a page names them, each once, and none that modern browsers leave out', () => {
  const html = `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>
    <script src="/_next/static/chunks/a.js" async=""></script><script src="/b.js?x=1&amp;y=2" async="" nonce="1"></script>
    <script src="/_next/static/chunks/old.js" noModule=""></script><link rel="stylesheet" href="/c.css"/><script>1</script>`;
  expect(findScripts(html)).toEqual(['/_next/static/chunks/a.js', '/b.js?x=1&y=2']);
});
