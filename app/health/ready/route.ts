import { defineRoute } from '@/lib/http/define-route';
import { getHealth } from '@/lib/http/health';

/** Whether everything that a story needs answers: 503 when something does not. */
export const GET = defineRoute({ caller: 'none' }, async () => {
  const health = await getHealth();
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
});
