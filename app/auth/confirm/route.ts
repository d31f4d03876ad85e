import { z } from 'zod';
import { isAuthServiceDown } from '@/lib/auth/auth-error';
import { enterByLink } from '@/lib/auth/enter-account';
import { safeNext } from '@/lib/auth/safe-next';
import { createAuthClient, requireSession } from '@/lib/auth/session';
import { giveProofByMail } from '@/lib/household/pins';
import { defineRoute } from '@/lib/http/define-route';

const query = z.object({
  token_hash: z.string().min(1).max(500).optional().catch(undefined),
  type: z
    .enum(['signup', 'invite', 'magiclink', 'recovery', 'email_change', 'email'])
    .optional()
    .catch(undefined),
  next: z.string().max(2_000).optional().catch(undefined),
});

/** Where the links of our mails lead: signs the reader in and sends them on. A link works once. */
export const GET = defineRoute({ caller: 'optional', query }, async ({ query, caller, jar, log }) => {
  const { token_hash, type } = query;
  const isRecovery = type === 'recovery';
  const failed = `${isRecovery ? '/login/recover' : '/login'}?error=`;
  if (!token_hash || !type) return redirect(`${failed}link_invalid`);
  const { data, error } = await createAuthClient().auth.verifyOtp({ token_hash, type });
  if (!error) {
    const session = requireSession(data.session);
    await enterByLink(session, caller, jar);
    if (isRecovery) await giveProofByMail(session.user.id, jar);
    return redirect(safeNext(query.next, isRecovery ? '/auth/new-password' : '/stories'));
  }
  if (!isAuthServiceDown(error)) return redirect(`${failed}link_expired`);
  log.error({ err: error }, 'a mail link could not be checked');
  return redirect(`${failed}unavailable`);
});

/** 303 with a path: which host people reached us by is theirs to know. */
function redirect(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
