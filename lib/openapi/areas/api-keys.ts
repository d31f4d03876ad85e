import {
  apiKeyListSchema,
  apiKeyViewSchema,
  createApiKeySchema,
  createdApiKeyViewSchema,
  renameApiKeySchema,
} from '../../auth/api-key-schemas';
import type { Operation } from '../operation';

const tag = 'API keys';

export const API_KEY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/keys',
    operationId: 'listApiKeys',
    tag,
    summary: 'List keys, newest first',
    description: 'Revoked ones included; the keys themselves are never shown again.',
    caller: 'required',
    answers: { 200: { description: 'Keys.', schema: apiKeyListSchema } },
  },
  {
    method: 'post',
    path: '/api/keys',
    operationId: 'createApiKey',
    tag,
    summary: 'Make a key',
    description: 'The answer’s `key` is shown this once. Guests have none: open an account first.',
    caller: 'required',
    grownUp: true,
    body: {
      schema: createApiKeySchema,
      examples: { reading: { name: 'Kitchen tablet', scopes: ['read'] } },
    },
    answers: { 201: { description: 'The key.', schema: createdApiKeyViewSchema, headers: ['Location'] } },
    errors: ['conflict'],
  },
  {
    method: 'patch',
    path: '/api/keys/{keyId}',
    operationId: 'renameApiKey',
    tag,
    summary: 'Rename a key',
    caller: 'required',
    grownUp: true,
    body: { schema: renameApiKeySchema, examples: { name: { name: 'Old tablet' } } },
    answers: { 200: { description: 'The key.', schema: apiKeyViewSchema } },
  },
  {
    method: 'delete',
    path: '/api/keys/{keyId}',
    operationId: 'revokeApiKey',
    tag,
    summary: 'Revoke a key',
    description: 'From now on it is refused, and says why.',
    caller: 'required',
    grownUp: true,
    answers: { 204: { description: 'It is revoked.' } },
  },
];
