import { z } from 'zod';
import { redeemSocketTicket } from '@/lib/chat/socket-tickets';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { BRIDGE_KEY_HEADER, isBridgeKey } from '@/lib/socket/bridge-key';
import { getAdminClient } from '@/lib/supabase/admin';

const body = z.object({ ticket: z.string().min(1).max(200) });

/** For the socket bridge of this very process alone: to anybody else there is nothing here. */
export const POST = defineRoute({ caller: 'none', body }, async ({ request, body }) => {
  if (!isBridgeKey(request.headers.get(BRIDGE_KEY_HEADER)))
    throw new AppError('not_found', 'There is nothing at this address.');
  return { access_token: await redeemSocketTicket(getAdminClient(), body.ticket) };
});
