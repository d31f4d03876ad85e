import { z } from 'zod';
import { changeDossierSchema } from '@/lib/dialects/stories-we-tell-dossier';
import { getDossierView } from '@/lib/dossier/data';
import { deleteDossier, editDossier } from '@/lib/dossier/mutations';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import type { DatabaseClient } from '@/lib/supabase/database-client';

const params = z.object({ projectId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  answer(caller.client, params.projectId),
);

/** With `base_version` or `If-Match` only while that is still the newest, else 409. */
export const PUT = defineRoute(
  { params, body: changeDossierSchema, caller: 'required' },
  async ({ params, body, caller, request }) => {
    const baseVersion = body.base_version ?? readIfMatch(request.headers.get('if-match'));
    await editDossier(caller.client, caller.userId, params.projectId, body.snapshot_json, baseVersion);
    return answer(caller.client, params.projectId);
  },
);

export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await deleteDossier(caller.client, params.projectId);
  return { message: 'Dossier deleted successfully' };
});

async function answer(client: DatabaseClient, projectId: string): Promise<Response> {
  const view = await getDossierView(client, projectId);
  return Response.json(view, { headers: { etag: `"${view.version}"` } });
}

function readIfMatch(header: string | null): number | undefined {
  if (header === null || header.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw new AppError('conflict', 'If-Match names no version of this dossier.');
  return Number(version);
}
