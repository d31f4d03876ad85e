import { defineRoute } from '@/lib/http/define-route';
import { presentMedia } from '@/lib/http/present-media';
import { listProjectViews } from '@/lib/story/projects';
import { pageQuerySchema } from '@/lib/story/views';

export const GET = defineRoute(
  { query: pageQuerySchema, caller: 'required' },
  async ({ request, query, caller }) =>
    presentMedia(await listProjectViews(caller.client, query), { request, caller }),
);
