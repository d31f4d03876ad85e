import 'server-only';
import { forgetCaller } from '@/lib/http/general-limit';
import { forgetUserSession } from './act-as-user';
import { forgetTokensOf } from './verify-token';

/** A user is gone: this process knows none of their tokens and sessions any more, and tells nobody how often they called. */
export async function forgetUser(userId: string): Promise<void> {
  forgetTokensOf(userId);
  forgetUserSession(userId);
  await forgetCaller(userId);
}
