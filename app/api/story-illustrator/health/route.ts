import { defineSuiteHealth } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteHealth('story-illustrator');
