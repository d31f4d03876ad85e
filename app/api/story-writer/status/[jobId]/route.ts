import { buildWrittenStory } from '@/lib/dialects/alwrity/story-writer';
import { defineSuiteStatus } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteStatus(buildWrittenStory);
