import { z } from 'zod';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { presentMedia } from '@/lib/http/present-media';
import { buildManifest } from '@/lib/story/manifest';
import { readStoryFiles } from '@/lib/story/story-files';

const params = z.object({ storyId: z.uuid() });

/** Every file of a story with its size and hashes, for a client that keeps copies. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) => {
  const manifest = buildManifest(await readStoryFiles(caller, params.storyId));
  return createJsonResponse(request, presentMedia(manifest, { request, caller }));
});
export const HEAD = GET;
