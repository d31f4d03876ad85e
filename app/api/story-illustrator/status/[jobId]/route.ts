import { buildIllustratedStory } from '@/lib/dialects/alwrity/story-illustrator';
import { defineSuiteStatus } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteStatus((story, job) => buildIllustratedStory(story, job.job_id));
