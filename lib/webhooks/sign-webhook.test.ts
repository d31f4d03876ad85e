import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createWebhookSecret, signWebhook } from './sign-webhook.ts';

describe('signWebhook', () => {
  const message = { id: 'evt_1', body: '{"type":"story.completed","title":"Bär"}', at: new Date() };

  it('is accepted by the reference library, with the old and the new secret', () => {
    const secrets = [createWebhookSecret(), createWebhookSecret()];
    const headers = signWebhook(message, secrets);
    for (const secret of secrets) {
      expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
    }
  });

  it('is not accepted with another secret, for another body, id or time', () => {
    const secret = createWebhookSecret();
    const headers = signWebhook(message, [secret]);
    const webhook = new Webhook(secret);
    expect(() => new Webhook(createWebhookSecret()).verify(message.body, headers)).toThrow();
    expect(() => webhook.verify(`${message.body} `, headers)).toThrow();
    expect(() => webhook.verify(message.body, { ...headers, 'webhook-id': 'evt_2' })).toThrow();
    const old = signWebhook({ ...message, at: new Date(Date.now() - 600_000) }, [secret]);
    expect(() => webhook.verify(message.body, old)).toThrow();
    const pretended = { ...old, 'webhook-timestamp': headers['webhook-timestamp'] };
    expect(() => webhook.verify(message.body, pretended)).toThrow();
  });

  it('makes secrets of the documented form, each another', () => {
    const secrets = Array.from({ length: 20 }, createWebhookSecret);
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  });
});
