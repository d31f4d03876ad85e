import { queryOptions } from '@tanstack/react-query';
import {
  type ApiKeyView,
  apiKeyListSchema,
  type CreatedApiKeyView,
  type Scope,
} from '@/lib/auth/api-key-schemas';
import { requestJson } from './request-json';

/** The account's API keys, newest first (`app/api/keys`). */
export const apiKeysQueryOptions = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => apiKeyListSchema.parse(await requestJson('/api/keys', { signal })).keys,
});

/** The answer's `key` is the only time anybody sees it. */
export function createApiKey(body: { name: string; scopes: readonly Scope[] }): Promise<CreatedApiKeyView> {
  return requestJson('/api/keys', { method: 'POST', body });
}

export function renameApiKey(keyId: string, name: string): Promise<ApiKeyView> {
  return requestJson(`/api/keys/${keyId}`, { method: 'PATCH', body: { name } });
}

export function revokeApiKey(keyId: string): Promise<unknown> {
  return requestJson(`/api/keys/${keyId}`, { method: 'DELETE' });
}
