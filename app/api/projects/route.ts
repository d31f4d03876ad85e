import { defineRoute } from '@/lib/http/define-route';
import { listProjectViews } from '@/lib/story/projects';
import { pageQuerySchema } from '@/lib/story/views';

export const GET = defineRoute({ query: pageQuerySchema, caller: 'required' }, ({ query, caller }) =>
  listProjectViews(caller.client, query),
);
