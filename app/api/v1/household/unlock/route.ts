import { unlockSchema } from '@/lib/household/household-views';
import { unlock } from '@/lib/household/pins';
import { defineRoute } from '@/lib/http/define-route';

/** The PIN for a proof of 15 minutes: a cookie for our own pages, a token for everybody else. Wrong ones are counted in the database. */
export const POST = defineRoute({ caller: 'required', body: unlockSchema }, ({ caller, body, jar }) =>
  unlock(caller, body.pin, jar),
);
