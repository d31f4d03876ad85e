import 'server-only';
import { Inngest } from 'inngest';
import { log } from '@/lib/log';

/**
 * Where the queue is comes from Inngest's own variables (INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, or
 * INNGEST_DEV), read at run time. Signed mode is the default everywhere, on one machine too.
 */
export const inngest = new Inngest({
  id: 'storyloom',
  logger: log.child({ room: 'inngest' }),
  aiMetadata: false,
});
