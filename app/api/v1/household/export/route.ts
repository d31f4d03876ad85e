import { defineRoute } from '@/lib/http/define-route';
import { createHouseholdArchiveResponse } from '@/lib/http/household-archive';
import { getAdminClient } from '@/lib/supabase/admin';

/** Everything of the household as one ZIP, made while it is sent. The grown-up has been asked for, so the server reads. */
export const GET = defineRoute(
  {
    caller: 'required',
    grownUp: true,
    limit: { name: 'household-export', points: 20, durationSeconds: 3_600 },
  },
  ({ request, caller }) =>
    createHouseholdArchiveResponse(request, { admin: getAdminClient(), ownerId: caller.userId }),
);
