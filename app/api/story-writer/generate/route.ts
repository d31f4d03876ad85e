import { sendStoryRequested } from '@/inngest/send';
import { briefFromWriteRequest, writeStoryRequestSchema } from '@/lib/dialects/alwrity/story-writer';
import { defineRoute } from '@/lib/http/define-route';
import { startSuiteJob } from '@/lib/http/define-suite-routes';

export const POST = defineRoute({ body: writeStoryRequestSchema, caller: 'required' }, ({ body, ...asked }) =>
  startSuiteJob('story-writer', briefFromWriteRequest(body), asked, sendStoryRequested),
);
