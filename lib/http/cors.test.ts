import { describe, expect, it } from 'vitest';
import { getEnv } from '../env';
import { buildCorsHeaders, buildPreflightHeaders } from './cors';

const LIST = ['https://app.example', 'http://localhost:8081'];

describe('CORS', () => {
  it('is silent where no origin is allowed', () => {
    expect(buildCorsHeaders('https://app.example', [])).toEqual({});
    expect(buildPreflightHeaders({ origin: 'https://app.example', wantedHeaders: null }, [])).toEqual({});
  });

  it('answers an origin of the list with itself, others with nothing, and tells caches so', () => {
    expect(buildCorsHeaders('https://app.example', LIST)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      vary: 'Origin',
    });
    for (const origin of ['https://app.example.evil', 'https://APP.example', 'null', null]) {
      expect(buildCorsHeaders(origin, LIST)).toEqual({ vary: 'Origin' });
    }
  });

  it('never allows credentials, least of all with the star', () => {
    for (const allowed of [['*'], LIST]) {
      const request = { origin: 'https://app.example', wantedHeaders: null };
      const headers = {
        ...buildCorsHeaders(request.origin, allowed),
        ...buildPreflightHeaders(request, allowed),
      };
      expect(Object.keys(headers)).not.toContain('access-control-allow-credentials');
    }
    expect(buildCorsHeaders('https://anything.example', ['*'])['access-control-allow-origin']).toBe('*');
  });

  it('allows the headers a page asks for by name, and only names', () => {
    const wantedHeaders = 'authorization, x-own, "bad\r\nset-cookie: a=b"';
    const headers = buildPreflightHeaders({ origin: LIST[0] ?? '', wantedHeaders }, LIST);
    expect(headers['access-control-allow-headers']).toBe('authorization, x-own');
    expect(headers['access-control-allow-methods']).toContain('DELETE');
    const bare = buildPreflightHeaders({ origin: LIST[0] ?? '', wantedHeaders: null }, LIST);
    expect(bare['access-control-allow-headers']).toContain('Authorization');
  });

  it('reads the list as the documents write it', () => {
    const read = (value: string) => getEnv({ CORS_ORIGINS: value }).corsOrigins;
    expect(read('')).toEqual([]);
    expect(read('*')).toEqual(['*']);
    expect(read('https://a.example/, http://localhost:3000')).toEqual([
      'https://a.example',
      'http://localhost:3000',
    ]);
    expect(read('["https://a.example"]')).toEqual(['https://a.example']);
    expect(() => read('a.example')).toThrow(/CORS_ORIGINS/);
  });
});
