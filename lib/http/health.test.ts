import { describe, expect, it, vi } from 'vitest';
import { checkHealth, type HealthChecks } from './health';

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

const up = async () => {};
const allUp: HealthChecks = { database: up, storage: up, queue: up, ffmpeg: up };

describe('checkHealth', () => {
  it('is ok when every service answers, and names the model that writes', async () => {
    const health = await checkHealth(allUp);
    expect(health).toMatchObject({
      status: 'ok',
      services: { database: 'up', storage: 'up', queue: 'up', ffmpeg: 'up' },
    });
    expect(health.story_model).toMatch(/^[\w-]+\/[\w.-]+$/);
    expect(health.model).toBe(health.story_model);
  });

  it('is degraded when one fails, and says which', async () => {
    const health = await checkHealth({
      ...allUp,
      queue: async () => {
        throw new Error('refused');
      },
    });
    expect(health.status).toBe('degraded');
    expect(health.services).toEqual({ database: 'up', storage: 'up', queue: 'down', ffmpeg: 'up' });
  });

  it('says in words that the guardrails file is broken, and stays ok while the last good one holds', async () => {
    const broken = { ok: false, message: 'It is broken.', loadedAt: new Date(0) };
    expect(await checkHealth(allUp, 100, broken)).toMatchObject({
      status: 'ok',
      guardrails: { ok: false, message: 'It is broken.', loaded_at: '1970-01-01T00:00:00.000Z' },
    });
    expect((await checkHealth(allUp, 100, { ...broken, loadedAt: null })).status).toBe('degraded');
    expect((await checkHealth(allUp)).guardrails).toMatchObject({ ok: true, message: null });
  });

  it('does not wait for a service that never answers', async () => {
    const startedAt = Date.now();
    const health = await checkHealth({ ...allUp, storage: () => new Promise(() => {}) }, 30);
    expect(health.services.storage).toBe('down');
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });
});
