import { householdChangeSchema } from '@/lib/household/household-views';
import { getHousehold, saveHousehold } from '@/lib/household/households';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';

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
