import 'server-only';
import type { Session } from '@supabase/supabase-js';
import { requireGrownUp } from '@/lib/household/grown-up';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { bringGuest } from './bring-guest';
import type { Caller } from './caller';
import { bringGuestAside, layGuestAside } from './guest-aside';
import type { MovedThings } from './migrate-guest';
import { saveSession } from './session';

/**
 * Makes a session proven by a password the browser's, and brings along what it made as a guest. The move comes before the
 * cookie: broken off in between, the browser is still the guest, and signing in again finishes it.
 *
 * @returns what was brought, null when the browser was no guest
 * @throws AppError `pin_required` for a guest with a PIN: a child would take the household to an account of their own
 */
export async function enterAccount(
  session: Session,
  visitor: Caller | null,
  jar: CookieJar,
): Promise<MovedThings | null> {
  const isBringing = isOtherGuest(visitor, session);
  if (isBringing) await requireGrownUp(visitor);
  const moved = isBringing
    ? await bringGuest(visitor.userId, session.user.id)
    : await bringGuestAside(jar, session.user.id);
  await saveSession(jar, session);
  return moved;
}

/** Makes the session of a mail's link the browser's. The guest it was is laid aside: see `layGuestAside`. */
export async function enterByLink(session: Session, visitor: Caller | null, jar: CookieJar): Promise<void> {
  if (isOtherGuest(visitor, session)) await layGuestAside(jar);
  await saveSession(jar, session);
}

function isOtherGuest(visitor: Caller | null, { user }: Session): visitor is Caller {
  return visitor?.isGuest === true && visitor.userId !== user.id && !user.is_anonymous;
}
