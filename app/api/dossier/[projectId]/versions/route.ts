import { z } from 'zod';
import { listDossierVersions } from '@/lib/dossier/data';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ projectId: z.uuid() });

/** What changed, newest first. */
export const GET = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  listDossierVersions(caller.client, params.projectId),
);
