import { z } from 'zod';

/** Bodies and answers of `/api/keys`. Browser-safe. */

/** What a caller may do: look, or change things and start work. */
export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];
export const ALL_SCOPES: readonly Scope[] = SCOPES;

const name = z
  .string()
  .trim()
  .min(1, 'Give the key a name.')
  .max(80, 'A name has at most 80 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'A name has no control characters.');

export const createApiKeySchema = z.strictObject({
  name,
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'Choose at least one of read and write.')
    .max(8)
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope)))
    .default([...SCOPES]),
});

export const renameApiKeySchema = z.strictObject({ name });

export const apiKeyViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How the key begins: `sl_` and eight characters. */
  prefix: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  created_at: z.iso.datetime({ offset: true }),
  /** To the minute; null before its first use. */
  last_used_at: z.iso.datetime({ offset: true }).nullable(),
  revoked_at: z.iso.datetime({ offset: true }).nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>;

/** `key` is answered once and never again. */
export const createdApiKeyViewSchema = apiKeyViewSchema.extend({ key: z.string() });
export type CreatedApiKeyView = z.infer<typeof createdApiKeyViewSchema>;

export const apiKeyListSchema = z.object({ keys: z.array(apiKeyViewSchema) });
