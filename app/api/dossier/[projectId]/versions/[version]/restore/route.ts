import { z } from 'zod';
import { getDossierView } from '@/lib/dossier/data';
import { restoreDossier } from '@/lib/dossier/mutations';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ projectId: z.uuid(), version: z.coerce.number().int().min(1).max(2_147_483_647) });

/** Goes back to an earlier version; that becomes the newest one. */
export const POST = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await restoreDossier(caller.client, caller.userId, params.projectId, params.version);
  return getDossierView(caller.client, params.projectId);
});
