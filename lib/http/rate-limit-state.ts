/** What became of one use of a limit, and what is left of it until when. */
export type RateLimitState = { allowed: boolean; remaining: number; resetSeconds: number };
