import { sendStoryCancelled } from '@/inngest/send';
import { defineSuiteCancel } from '@/lib/http/define-suite-routes';

export const DELETE = defineSuiteCancel(sendStoryCancelled);
