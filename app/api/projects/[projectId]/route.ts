import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { getProjectView } from '@/lib/story/projects';

const params = z.object({ projectId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  getProjectView(caller.client, params.projectId),
);
