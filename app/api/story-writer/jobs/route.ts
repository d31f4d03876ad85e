import { defineSuiteJobList } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteJobList('story-writer');
