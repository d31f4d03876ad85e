import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { snapshotInputSchema } from '@/lib/dialects/stories-we-tell-dossier';
import { getDossierView, listDossierViews } from '@/lib/dossier/data';
import { createDossier } from '@/lib/dossier/mutations';
import { defineRoute } from '@/lib/http/define-route';

const body = z.object({
  project_id: z.uuid().default(() => randomUUID()),
  snapshot_json: snapshotInputSchema.prefault({}),
});

/** The caller's dossiers, last changed first. */
export const GET = defineRoute({ caller: 'required' }, ({ caller }) => listDossierViews(caller.client));

/** A new dossier; a project id nobody has yet becomes a project. */
export const POST = defineRoute({ body, caller: 'guest-allowed' }, async ({ body, caller }) => {
  await createDossier(caller.client, body.project_id, body.snapshot_json);
  const view = await getDossierView(caller.client, body.project_id);
  return Response.json(view, { status: 201, headers: { etag: `"${view.version}"` } });
});
