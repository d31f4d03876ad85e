import { z } from 'zod';

/** What the API answers about the link by which anybody may read a story. Browser-safe. */
export const shareViewSchema = z.object({
  /** Null: the story is not shared. */
  share_id: z.string().nullable(),
  /** The whole address of its page. */
  url: z.string().nullable(),
});
export type ShareView = z.infer<typeof shareViewSchema>;

/** 16 random bytes as base64url. */
export const shareIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
