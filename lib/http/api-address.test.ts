import { describe, expect, it } from 'vitest';
import { toApiAddress } from './api-address';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const id = '7d3c1a52-8a4e-4a55-9a53-0a6f1a1f7c11';

describe('toApiAddress', () => {
  it('takes a slash off the end of an address of the API, and nothing else', () => {
    expect(toApiAddress('POST', '/api/stories/', {})).toBe('/api/stories');
    expect(toApiAddress('GET', '/api/v1/stories/?limit=1&x=/', {})).toBe('/api/v1/stories?limit=1&x=/');
    expect(toApiAddress('GET', '/api/v1/stories//', {})).toBe('/api/v1/stories');
    expect(toApiAddress('GET', '/health/', {})).toBe('/health');
    expect(toApiAddress('GET', '/', {})).toBe('/');
  });

  it('finds what the documents write without /api', () => {
    for (const [method, target] of [
      ['POST', '/stories/'],
      ['POST', '/stories'],
      ['GET', `/stories/${id}/status`],
      ['GET', `/users/${id}/stories`],
      ['GET', `/users/${id}`],
      ['POST', '/users/'],
      ['POST', '/auth/login'],
      ['POST', '/auth/refresh/'],
      ['POST', '/auth/logout'],
      ['POST', '/chat'],
      ['GET', '/sessions'],
      ['GET', `/sessions/${id}/messages`],
      ['POST', '/sessions/migrate'],
      ['GET', '/dossier'],
      ['PUT', `/dossier/${id}`],
      ['GET', `/conversation/${id}/history`],
    ] as const) {
      expect(toApiAddress(method, target, {})).toBe(`/api${target.replace(/\/$/, '')}`);
    }
  });

  it('gives a story to a program, and its page to a browser', () => {
    const target = `/stories/${id}`;
    for (const headers of [
      {},
      { accept: '*/*' },
      { cookie: 'x=1', authorization: 'Bearer x' },
      { accept: 'application/json, text/plain, */*' },
    ]) {
      expect(toApiAddress('GET', target, headers)).toBe(`/api${target}`);
    }
    for (const headers of [
      BROWSER,
      { accept: '*/*', rsc: '1' },
      { accept: '*/*', 'sec-fetch-site': 'same-origin' },
      { accept: '*/*', cookie: 'storyloom-session=x' },
      { 'next-action': 'x' },
    ]) {
      expect(toApiAddress('GET', target, headers)).toBe(target);
      expect(toApiAddress('GET', '/stories', headers)).toBe('/stories');
    }
    expect(toApiAddress('DELETE', target, BROWSER)).toBe(`/api${target}`);
    // The page of conversations is read, never posted to, except by its own actions.
    expect(toApiAddress('GET', '/chat', { accept: '*/*' })).toBe('/chat');
    expect(toApiAddress('POST', '/chat', { 'next-action': 'x' })).toBe('/chat');
  });

  it('leaves pages and everything else alone', () => {
    for (const target of [
      '/auth/confirm?token=1',
      '/auth/new-password',
      '/chat/',
      '/jobs',
      '/login/',
      '/_next/static/chunks/a.js',
      `/stories/${id}/film`,
      '/usersx',
      `/users/${id}/secrets`,
      '/apis/',
    ]) {
      expect(toApiAddress('GET', target, BROWSER)).toBe(target);
    }
  });
});
