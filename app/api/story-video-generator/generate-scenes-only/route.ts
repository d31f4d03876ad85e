import { sendStoryRequested } from '@/inngest/send';
import {
  briefFromScenesRequest,
  buildVideoStory,
  makeScenesQuerySchema,
} from '@/lib/dialects/alwrity/story-video';
import { defineRoute } from '@/lib/http/define-route';
import { runSuiteJob } from '@/lib/http/define-suite-routes';

/** Starts work although it is a GET, as documented: it needs what a POST needs. */
export const GET = defineRoute(
  { query: makeScenesQuerySchema, caller: 'required', scope: 'write' },
  ({ query, ...asked }) =>
    runSuiteJob(
      'story-video-generator',
      briefFromScenesRequest(query),
      asked,
      sendStoryRequested,
      buildVideoStory,
    ),
);
