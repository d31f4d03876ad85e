import { sendStoryRequested } from '@/inngest/send';
import {
  briefFromWriteRequest,
  buildWrittenStory,
  writeStoryRequestSchema,
} from '@/lib/dialects/alwrity/story-writer';
import { defineRoute } from '@/lib/http/define-route';
import { runSuiteJob } from '@/lib/http/define-suite-routes';

/** Starts work although it is a GET, as documented: it needs what a POST needs. */
export const GET = defineRoute(
  { query: writeStoryRequestSchema, caller: 'required', scope: 'write' },
  ({ query, ...asked }) =>
    runSuiteJob('story-writer', briefFromWriteRequest(query), asked, sendStoryRequested, buildWrittenStory),
);
