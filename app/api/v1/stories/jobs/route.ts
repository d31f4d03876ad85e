import { defineRoute } from '@/lib/http/define-route';
import { listJobViews } from '@/lib/story/data';
import { jobListQuerySchema } from '@/lib/story/views';

export const GET = defineRoute({ query: jobListQuerySchema, caller: 'required' }, ({ query, caller }) =>
  listJobViews(caller.client, query),
);
