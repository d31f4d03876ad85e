import { after } from 'next/server';
import { defineRoute } from '@/lib/http/define-route';
import { describeLife } from '@/lib/http/health';
import { warmGuard } from '@/lib/safety/warm-guard';

/** Whether this process answers; what it needs is asked at `/health/ready`. The first answer is followed by getting warm. */
export const GET = defineRoute({ caller: 'none' }, () => {
  after(warmGuard);
  return describeLife();
});
