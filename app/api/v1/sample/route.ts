import { sendStoryCancelled } from '@/inngest/send';
import { readBearer } from '@/lib/auth/caller';
import { isInstallationKey } from '@/lib/auth/installation-user';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { deleteSample } from '@/lib/sample/delete-sample';
import { readSampleStory } from '@/lib/sample/sample-story';
import { buildSampleView } from '@/lib/sample/sample-view';
import { getAdminClient } from '@/lib/supabase/admin';

export const GET = defineRoute({ caller: 'none' }, async () => buildSampleView(await readSampleStory()));

/** For who runs this installation: it is not made again. */
export const DELETE = defineRoute({ caller: 'optional' }, async ({ request }) => {
  const bearer = readBearer(request);
  if (!bearer) throw new AppError('unauthenticated', 'Send the installation’s API_KEY as bearer.');
  if (!isInstallationKey(bearer)) throw new AppError('forbidden', 'Only who runs this installation may.');
  await deleteSample(getAdminClient(), sendStoryCancelled);
});
