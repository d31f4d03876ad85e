import { sendStoryRequested } from '@/inngest/send';
import { briefFromVideoRequest, makeVideoRequestSchema } from '@/lib/dialects/alwrity/story-video';
import { defineRoute } from '@/lib/http/define-route';
import { startSuiteJob } from '@/lib/http/define-suite-routes';

export const POST = defineRoute({ body: makeVideoRequestSchema, caller: 'required' }, ({ body, ...asked }) =>
  startSuiteJob('story-video-generator', briefFromVideoRequest(body), asked, sendStoryRequested),
);
