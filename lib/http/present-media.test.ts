import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { presentMedia } from './present-media.ts';

const PATH = '/api/v1/stories/videos/stories/0d0a/1b2c.mp4';
const VIEW = {
  film: { video_url: PATH, captions_url: null },
  images: [{ image_url: PATH }],
  text: PATH,
  url: PATH,
};
const ask = (headers: Record<string, string> = { host: '10.0.0.7:3000' }) =>
  new Request('http://127.0.0.1:3000/x', { headers });

beforeEach(() => {
  vi.stubEnv('SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'p');
  vi.stubEnv('SUPABASE_SECRET_KEY', 's');
  vi.stubEnv('STORYLOOM_URL', '');
  vi.stubEnv('TRUST_PROXY', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('our own pages keep short addresses', () => {
  expect(presentMedia(VIEW, { request: ask(), caller: { via: 'cookie' } })).toBe(VIEW);
});

test('other callers get whole ones with a key, where we fill the field ourselves and nowhere else', () => {
  const view = presentMedia(VIEW, { request: ask(), caller: { via: 'bearer' } });
  expect(view.film.video_url).toMatch(/^http:\/\/10\.0\.0\.7:3000\/api\/.*\.mp4\?key=/);
  expect(view.images[0]?.image_url).toBe(view.film.video_url);
  expect(view.url).toBe(view.film.video_url);
  expect(view.film.captions_url).toBeNull();
  // What somebody wrote must not come back signed: that would open any file whose path is known.
  expect(view.text).toBe(PATH);
});

test('the public address counts where one is set, a forwarded one where a proxy is trusted', () => {
  const via = (headers?: Record<string, string>) =>
    presentMedia({ url: PATH }, { request: ask(headers), caller: { via: 'bearer' } }).url;
  const forwarded = { host: '10.0.0.7', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  expect(via(forwarded)).toMatch(/^http:\/\/10\.0\.0\.7\//);
  expect(via({ host: 'a b"' })).toMatch(/^http:\/\/localhost:3000\//);
  vi.stubEnv('TRUST_PROXY', '1');
  expect(via(forwarded)).toMatch(/^https:\/\/evil\.example\//);
  vi.stubEnv('STORYLOOM_URL', 'https://stories.example');
  expect(via(forwarded)).toMatch(/^https:\/\/stories\.example\//);
});
