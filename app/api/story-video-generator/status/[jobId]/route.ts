import { buildVideoStory } from '@/lib/dialects/alwrity/story-video';
import { defineSuiteStatus } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteStatus((story) => buildVideoStory(story));
