import { defineRoute } from '@/lib/http/define-route';
import { describeLife } from '@/lib/http/health';

/** Whether this process answers; what it needs is asked at `/health/ready`. */
export const GET = defineRoute({ caller: 'none' }, () => describeLife());
