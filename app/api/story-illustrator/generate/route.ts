import { sendStoryRequested } from '@/inngest/send';
import {
  briefFromIllustrateRequest,
  illustrateRequestSchema,
} from '@/lib/dialects/alwrity/story-illustrator';
import { readPage } from '@/lib/documents/read-page';
import { defineRoute } from '@/lib/http/define-route';
import { startSuiteJob } from '@/lib/http/define-suite-routes';

export const POST = defineRoute(
  { body: illustrateRequestSchema, caller: 'required' },
  async ({ body, ...asked }) => {
    const { text, url, title } = body.story_input;
    const source =
      text === undefined ? await readPage(url ?? '', { signal: asked.request.signal }) : { text };
    const brief = briefFromIllustrateRequest({ title, ...source }, body.settings);
    return startSuiteJob('story-illustrator', brief, asked, sendStoryRequested);
  },
);
