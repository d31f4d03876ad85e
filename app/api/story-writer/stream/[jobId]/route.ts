import { defineSuiteStream } from '@/lib/http/define-suite-routes';

export const GET = defineSuiteStream();
