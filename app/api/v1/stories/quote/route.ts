import { briefFromGenerateRequest } from '@/lib/dialects/kids-story-agent';
import { defineRoute } from '@/lib/http/define-route';
import { quoteStory } from '@/lib/ledger/quote-story';
import { generateStoryRequestSchema } from '@/lib/story/views';

const bodySchema = generateStoryRequestSchema.transform((body) => briefFromGenerateRequest(body));

/** What the story of a request to `generate` would cost, and whether it may begin. Nothing begins. */
export const POST = defineRoute(
  { body: bodySchema, caller: 'visitor-allowed', scope: 'read' },
  ({ body, caller }) => quoteStory(caller?.userId ?? null, body),
);
