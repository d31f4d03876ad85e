import { z } from 'zod';
import { reviewSchema } from '../household/household-views';

/** What our HTTP API takes and tells about webhooks. Browser-safe. */

export const WEBHOOK_EVENT_TYPES = [
  'story.completed',
  'story.failed',
  'story.cancelled',
  /** A grown-up has looked at a story that waited; what was told at its end had no words in it. */
  'story.approved',
] as const;
export const WEBHOOK_STATES = ['pending', 'delivered', 'failed'] as const;

const eventTypes = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .min(1)
  .max(WEBHOOK_EVENT_TYPES.length)
  .transform((types) => [...new Set(types)]);
const url = z.string().trim().min(1).max(2_048);
const description = z.string().trim().max(200);

export const createWebhookSchema = z.strictObject({
  /** Public http or https address. */
  url,
  description: description.default(''),
  event_types: eventTypes.default([...WEBHOOK_EVENT_TYPES]),
});
export const changeWebhookSchema = z
  .strictObject({
    url: url.optional(),
    description: description.optional(),
    event_types: eventTypes.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Name something to change.');
export type WebhookChange = z.output<typeof changeWebhookSchema>;

export const webhookViewSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
  enabled: z.boolean(),
  /** `gone`: it answered 410. `owner`: switched off by its owner. */
  disabled_reason: z.enum(['gone', 'owner']).nullable(),
  disabled_at: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type WebhookView = z.infer<typeof webhookViewSchema>;
export const webhookListViewSchema = z.object({ webhooks: z.array(webhookViewSchema) });

/** Every secret that signs just now, newest first; after a rotation the older one until `expires_at`. */
export const webhookSecretsViewSchema = z.object({
  secret: z.string(),
  secrets: z.array(
    z.object({ secret: z.string(), created_at: z.string(), expires_at: z.string().nullable() }),
  ),
});
export type WebhookSecretsView = z.infer<typeof webhookSecretsViewSchema>;
export const createdWebhookViewSchema = webhookViewSchema.extend({ secret: z.string() });
export type CreatedWebhookView = z.infer<typeof createdWebhookViewSchema>;

export const webhookAttemptViewSchema = z.object({
  at: z.string(),
  url: z.string(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  duration_ms: z.int(),
});
export type WebhookAttemptView = z.infer<typeof webhookAttemptViewSchema>;

export const deliveryViewSchema = z.object({
  id: z.uuid(),
  /** The `webhook-id` it is sent with, the same at every attempt and replay. */
  webhook_id: z.string(),
  type: z.string(),
  /** Null for the `webhook_url` of a single request. */
  endpoint_id: z.uuid().nullable(),
  job_id: z.uuid().nullable(),
  url: z.string(),
  state: z.enum(WEBHOOK_STATES),
  attempts: z.int(),
  next_attempt_at: z.string().nullable(),
  last_status: z.int().nullable(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  delivered_at: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;
export const deliveryDetailViewSchema = deliveryViewSchema.extend({
  payload: z.record(z.string(), z.unknown()),
  log: z.array(webhookAttemptViewSchema),
});
export type DeliveryDetailView = z.infer<typeof deliveryDetailViewSchema>;
export const deliveryListViewSchema = z.object({
  deliveries: z.array(deliveryViewSchema),
  next_cursor: z.string().nullable(),
});
export type DeliveryListView = z.infer<typeof deliveryListViewSchema>;

export const deliveryListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  state: z.enum(WEBHOOK_STATES).optional(),
  endpoint_id: z.uuid().optional(),
  job_id: z.uuid().optional(),
});

/** What is posted to the receiver; `data` of the story events. */
export const storyEventSchema = z.object({
  type: z.enum(WEBHOOK_EVENT_TYPES),
  timestamp: z.string(),
  data: z.object({
    job_id: z.uuid(),
    story_id: z.uuid().nullable(),
    status: z.enum(['completed', 'failed', 'cancelled']),
    /** While it is `waiting`, neither title nor id is told; `story.approved` tells them. */
    review: reviewSchema,
    title: z.string(),
    error: z.string().nullable(),
    error_code: z.string().nullable(),
    created_at: z.string(),
    finished_at: z.string(),
  }),
});
export type StoryEvent = z.infer<typeof storyEventSchema>;
