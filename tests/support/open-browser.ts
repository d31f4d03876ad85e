import { randomUUID } from 'node:crypto';

/** Keeps cookies and says where its requests come from, as a browser does. */
export function openBrowser(url: string) {
  const cookies = new Map<string, string>();
  async function send(path: string, init: { method?: string; body?: unknown; site?: string } = {}) {
    const response = await fetch(new URL(path, url), {
      method: init.method ?? 'GET',
      redirect: 'manual',
      headers: {
        'sec-fetch-site': init.site ?? 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    send,
    cookies,
    post: (path: string, body: unknown = {}) => send(path, { method: 'POST', body }),
    me: async () =>
      (await send('/api/auth/me')).json() as Promise<{ user_id: string; email: string; is_guest: boolean }>,
  };
}

export const newEmail = () => `reader-${randomUUID()}@example.org`;
