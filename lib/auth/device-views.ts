import { z } from 'zod';

/** A place where somebody is signed in, for its owner. Browser-safe. Times are ISO 8601. */
export const deviceViewSchema = z.object({
  id: z.uuid(),
  /** In plain words: "Firefox on Windows". */
  name: z.string(),
  kind: z.enum(['phone', 'tablet', 'computer', 'program']),
  signed_in_at: z.string(),
  /** When its session was renewed last: while it is used, about once an hour. */
  last_seen_at: z.string(),
  /** The one that asks. */
  is_current: z.boolean(),
});
export const deviceListSchema = z.object({ devices: z.array(deviceViewSchema) });
export type DeviceView = z.infer<typeof deviceViewSchema>;
