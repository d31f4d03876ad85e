/** A session the server holds for a user whose program came with a key. It never leaves this process. */
export type UserSession = {
  accessToken: string;
  refreshToken: string;
  expiresAtMs: number;
  email: string | undefined;
};

export type SessionGate = {
  open: (userId: string) => Promise<UserSession>;
  /** Null when the session is over for good. */
  renew: (session: UserSession) => Promise<UserSession | null>;
};

const RENEW_BEFORE_END_MS = 120_000;
/** Beyond this the one that has waited longest for a use goes; it is opened again when it is needed. */
const MAX_SESSIONS = 1_000;

/**
 * Keeps one session for each user, renews it before it ends, and opens it once however many ask at the same moment.
 */
export function createUserSessions(gate: SessionGate, now: () => number = Date.now) {
  const sessions = new Map<string, Promise<UserSession>>();

  function start(userId: string, session: Promise<UserSession>): Promise<UserSession> {
    sessions.set(userId, session);
    // Who asks next tries again; those who wait for this one get its error.
    session.catch(() => sessions.get(userId) === session && sessions.delete(userId));
    const oldest = sessions.size > MAX_SESSIONS ? sessions.keys().next().value : undefined;
    if (oldest !== undefined) sessions.delete(oldest);
    return session;
  }

  async function renew(userId: string, session: UserSession): Promise<UserSession> {
    return (await gate.renew(session)) ?? gate.open(userId);
  }

  async function getSession(userId: string): Promise<UserSession> {
    const known = sessions.get(userId);
    if (!known) return start(userId, gate.open(userId));
    const session = await known;
    if (session.expiresAtMs - now() > RENEW_BEFORE_END_MS) {
      // A Map keeps the order of insertion: the one just used becomes its youngest.
      if (sessions.delete(userId)) sessions.set(userId, known);
      return session;
    }
    const current = sessions.get(userId);
    return current && current !== known ? current : start(userId, renew(userId, session));
  }

  /** Somebody is gone, or their sessions are. */
  const forget = (userId: string): void => {
    sessions.delete(userId);
  };
  return Object.assign(getSession, { forget });
}
