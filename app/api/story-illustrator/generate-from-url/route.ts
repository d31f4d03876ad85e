import { sendStoryRequested } from '@/inngest/send';
import {
  briefFromIllustrateRequest,
  illustrateUrlQuerySchema,
} from '@/lib/dialects/alwrity/story-illustrator';
import { readPage } from '@/lib/documents/read-page';
import { defineRoute } from '@/lib/http/define-route';
import { startSuiteJob } from '@/lib/http/define-suite-routes';

/** Starts work although it is a GET, as documented: it needs what a POST needs. */
export const GET = defineRoute(
  { query: illustrateUrlQuerySchema, caller: 'required', scope: 'write' },
  async ({ query, ...asked }) => {
    const page = await readPage(query.url, { signal: asked.request.signal });
    const brief = briefFromIllustrateRequest(page, query);
    return startSuiteJob('story-illustrator', brief, asked, sendStoryRequested);
  },
);
