import { expect, it } from 'vitest';
import { createMetrics, getMetrics } from '@/lib/metrics';
import { nameRoute } from './record-request';

it('names a route without the ids in it', () => {
  const id = '0b6b8a5e-7a0e-4a63-9c2a-0d8c3f1f6b11';
  expect(nameRoute(`/api/v1/stories/${id}`)).toBe('/api/v1/stories/:id');
  expect(nameRoute(`/api/v1/stories/images/stories/${id}/${id}.png`)).toBe(
    '/api/v1/stories/images/stories/:id/:id',
  );
  expect(nameRoute(`/api/story-illustrator/illustration/${id}/3`)).toBe(
    '/api/story-illustrator/illustration/:id/:number',
  );
});

it('keeps one registry a process, whose text Prometheus reads', async () => {
  expect(getMetrics()).toBe(getMetrics());
  const metrics = createMetrics();
  metrics.requests.observe({ method: 'GET', route: '/api/v1/stories', status: '200' }, 0.02);
  const text = await metrics.registry.metrics();
  expect(text).toContain(
    'storyloom_http_request_duration_seconds_bucket{le="0.025",method="GET",route="/api/v1/stories",status="200"} 1',
  );
  expect(text).toContain('storyloom_process_resident_memory_bytes');
});
