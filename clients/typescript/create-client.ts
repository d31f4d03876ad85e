import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api-types.ts';

/** What the API answers, by the name it has in its document: `Answer['Story']`. */
export type Answer = components['schemas'];
export type StoryloomClient = Client<paths>;

/**
 * Storyloom's API with types: `const { data, error } = await client.POST('/api/v1/stories/generate', { body: … })`. `error` is
 * a problem with a `code`.
 *
 * @param token an API key or an access token
 */
export function createStoryloomClient(options: { url: string; token?: string }): StoryloomClient {
  return createClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ''),
    headers: options.token ? { authorization: `Bearer ${options.token}` } : {},
  });
}
