import { readBearer } from '@/lib/auth/caller';
import { createSocketTicket, TICKET_SECONDS } from '@/lib/chat/socket-tickets';
import { defineRoute } from '@/lib/http/define-route';
import { getAdminClient } from '@/lib/supabase/admin';

const limit = { name: 'socket-tickets', points: 60, durationSeconds: 60 };

/** For browsers, whose sockets send no headers: `new WebSocket('/api/conversation/me?ticket=…')`, once, within 30 s. */
export const POST = defineRoute({ caller: 'guest-allowed', limit }, async ({ request, caller }) => {
  // A key's ticket opens what the key opens, and not what the session behind it could.
  const credential = (caller.via === 'api-key' && readBearer(request)) || caller.accessToken;
  const ticket = await createSocketTicket(getAdminClient(), credential);
  return Response.json(
    {
      ticket,
      expires_in: TICKET_SECONDS,
      user_id: caller.userId,
      url: `/api/conversation/me?ticket=${ticket}`,
    },
    { status: 201 },
  );
});
