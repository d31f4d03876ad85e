import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isMediaKey, MEDIA_KEY, signMediaUrl } from './media-link.ts';

const PATH = '/api/v1/stories/images/stories/0d0a/1b2c.png';

beforeEach(() => {
  vi.stubEnv('SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'p');
  vi.stubEnv('SUPABASE_SECRET_KEY', 'secret one');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const keyIn = (url: string) => new URL(url).searchParams.get(MEDIA_KEY);

test('a signed address is whole, the same every time, and opens its own path', () => {
  const url = signMediaUrl(PATH, 'https://stories.example');
  expect(url).toBe(signMediaUrl(PATH, 'https://stories.example'));
  expect(url).toMatch(/^https:\/\/stories\.example\/api\/v1\/.*\.png\?key=[\w-]{22}$/);
  expect(isMediaKey(PATH, keyIn(url))).toBe(true);
});

test('its key opens nothing else, and no other key opens it', () => {
  const key = keyIn(signMediaUrl(PATH, 'http://x'));
  expect(isMediaKey(PATH.replace('1b2c', '1b2d'), key)).toBe(false);
  expect(isMediaKey(PATH.replace('images', 'videos'), key)).toBe(false);
  for (const wrong of [null, '', 'a'.repeat(22), key?.slice(1) ?? '', `${key}A`, 'ä'.repeat(22)])
    expect(isMediaKey(PATH, wrong)).toBe(false);
});

test('a new secret key of the project ends all addresses', () => {
  const key = keyIn(signMediaUrl(PATH, 'http://x'));
  vi.stubEnv('SUPABASE_SECRET_KEY', 'secret two');
  expect(isMediaKey(PATH, key)).toBe(false);
});
