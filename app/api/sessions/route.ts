import { z } from 'zod';
import { listSessionViews } from '@/lib/chat/data';
import { defineRoute } from '@/lib/http/define-route';

const query = z.object({ query: z.string().max(200).default(''), user_id: z.uuid().optional() });

/** The caller's conversations, the latest first. */
export const GET = defineRoute({ caller: 'required', query }, ({ caller, query }) =>
  query.user_id && query.user_id !== caller.userId ? [] : listSessionViews(caller.client, query.query),
);
