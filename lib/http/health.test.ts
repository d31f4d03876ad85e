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

  it('does not wait for a service that never answers', async () => {
    const startedAt = Date.now();
    const health = await checkHealth({ ...allUp, storage: () => new Promise(() => {}) }, 30);
    expect(health.services.storage).toBe('down');
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });
});
