import { erasureQueue } from '@/inngest/erasure-queue';
import { clearGuestAside } from '@/lib/auth/guest-aside';
import { getEnv } from '@/lib/env';
import { eraseHousehold } from '@/lib/erasure/erase-household';
import { eraseHouseholdSchema } from '@/lib/erasure/erasure-schemas';
import { householdChangeSchema } from '@/lib/household/household-views';
import { getHousehold, saveHousehold } from '@/lib/household/households';
import { takeProof } from '@/lib/household/pins';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getAdminClient } from '@/lib/supabase/admin';
import { clearSessionCookies } from '@/lib/supabase/session-cookie';

export const GET = defineRoute({ caller: 'required' }, async ({ request, caller }) =>
  createJsonResponse(request, await getHousehold(caller)),
);
export const HEAD = GET;

export const PATCH = defineRoute(
  { caller: 'required', grownUp: true, body: householdChangeSchema },
  async ({ caller, body }) => {
    await saveHousehold(caller.userId, body);
    return getHousehold(caller);
  },
);

/** Everything of the household, the account included, for good. What fails in the middle can be asked for again. */
export const DELETE = defineRoute(
  { caller: 'required', grownUp: true, body: eraseHouseholdSchema },
  async ({ caller, jar }) => {
    await eraseHousehold(getAdminClient(), caller.userId, erasureQueue);
    clearSessionCookies(jar, getEnv().secureCookies);
    clearGuestAside(jar);
    takeProof(jar);
  },
);
