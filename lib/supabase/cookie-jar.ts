import { parseCookieHeader, type SetAllCookies, serializeCookieHeader } from '@supabase/ssr';

type CookieChange = Parameters<SetAllCookies>[0][number];

/** The cookies of one request, and the changes its response has to carry. */
export type CookieJar = {
  getAll(): { name: string; value: string }[];
  setAll(cookies: CookieChange[], headers?: Record<string, string>): void;
  hasChanges(): boolean;
  /** The Cookie header as the next reader of this request should see it. */
  toCookieHeader(): string;
  /** Appends one Set-Cookie per change, and what keeps a shared cache from storing them. */
  applyTo(headers: Headers): void;
};

export function createCookieJar(cookieHeader: string | null): CookieJar {
  const current = new Map<string, string>();
  for (const { name, value } of parseCookieHeader(cookieHeader ?? '')) {
    current.set(name, value ?? '');
  }
  const changes = new Map<string, CookieChange>();
  const cacheHeaders: Record<string, string> = {};
  return {
    getAll: () => [...current].map(([name, value]) => ({ name, value })),
    setAll(cookies, headers = {}) {
      for (const cookie of cookies) {
        changes.set(cookie.name, cookie);
        if (cookie.value === '') {
          current.delete(cookie.name);
        } else {
          current.set(cookie.name, cookie.value);
        }
      }
      Object.assign(cacheHeaders, headers);
    },
    hasChanges: () => changes.size > 0,
    toCookieHeader: () =>
      [...current].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
    applyTo(headers) {
      for (const { name, value, options } of changes.values()) {
        headers.append('set-cookie', serializeCookieHeader(name, value, options));
      }
      for (const [name, value] of Object.entries(cacheHeaders)) {
        headers.set(name, value);
      }
    },
  };
}
