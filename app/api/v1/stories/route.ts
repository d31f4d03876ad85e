import { defineRoute } from '@/lib/http/define-route';
import { listStoryViews } from '@/lib/story/data';
import { pageQuerySchema } from '@/lib/story/views';

export const GET = defineRoute({ query: pageQuerySchema, caller: 'required' }, ({ query, caller }) =>
  listStoryViews(caller.client, query),
);
