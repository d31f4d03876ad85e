import { defineRoute } from '@/lib/http/define-route';
import { getHealth } from '@/lib/http/health';

export const GET = defineRoute({ caller: 'none' }, async () => {
  const health = await getHealth();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
});
