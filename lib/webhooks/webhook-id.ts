/** The `webhook-id` of an event: the same for each of its receivers, attempts and replays, so that one can drop repeats. */
export function buildWebhookId(eventId: string): string {
  return `evt_${eventId}`;
}
