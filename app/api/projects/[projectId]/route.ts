import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { presentMedia } from '@/lib/http/present-media';
import { getProjectView } from '@/lib/story/projects';

const params = z.object({ projectId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  presentMedia(await getProjectView(caller.client, params.projectId), { request, caller }),
);
