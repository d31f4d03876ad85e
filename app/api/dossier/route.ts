import { randomUUID } from 'node:crypto';
import { createDossierSchema } from '@/lib/dialects/stories-we-tell-dossier';
import { getDossierView, listDossierViews } from '@/lib/dossier/data';
import { createDossier } from '@/lib/dossier/mutations';
import { defineRoute } from '@/lib/http/define-route';

/** The caller's dossiers, last changed first. */
export const GET = defineRoute({ caller: 'required' }, ({ caller }) => listDossierViews(caller.client));

/** A new dossier; a project id nobody has yet becomes a project. */
export const POST = defineRoute(
  { body: createDossierSchema, caller: 'guest-allowed' },
  async ({ body, caller }) => {
    const projectId = body.project_id ?? randomUUID();
    await createDossier(caller.client, caller.userId, projectId, body.snapshot_json);
    const view = await getDossierView(caller.client, projectId);
    return Response.json(view, { status: 201, headers: { etag: `"${view.version}"` } });
  },
);
