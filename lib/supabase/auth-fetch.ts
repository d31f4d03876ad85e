/** Long enough for a password to be hashed on a busy machine; a page or a call waits for it. */
const AUTH_TIMEOUT_MS = 10_000;

/**
 * A fetch that does not wait for ever for the auth service: Supabase's client has a time limit for rows only. What is given up
 * is, to `authError`, a service that did not answer. Files and rows pass as they are.
 */
export function createAuthFetch(baseFetch: typeof fetch = fetch, timeoutMs = AUTH_TIMEOUT_MS): typeof fetch {
  return (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.includes('/auth/v1/')) return baseFetch(input, init);
    const timeout = AbortSignal.timeout(timeoutMs);
    return baseFetch(input, {
      ...init,
      signal: init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    });
  };
}
