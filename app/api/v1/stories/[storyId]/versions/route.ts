import { z } from 'zod';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { listVersions } from '@/lib/mending/list-versions';

const params = z.object({ storyId: z.uuid() });

/** What has become of a story, newest first. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller, request }) =>
  createJsonResponse(request, await listVersions(caller, params.storyId)),
);
export const HEAD = GET;
