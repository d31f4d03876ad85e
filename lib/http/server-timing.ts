/** How long the parts of a request took, for the `Server-Timing` header (W3C Server Timing), in milliseconds. */
export type ServerTiming = {
  /** Counts the time until `work` settles, also when it fails. */
  time: <Result>(part: string, work: () => Result | Promise<Result>) => Promise<Result>;
  /** `auth;dur=1.2, limit;dur=3.4` */
  toHeader: () => string;
};

export function createServerTiming(now: () => number = () => performance.now()): ServerTiming {
  const parts = new Map<string, number>();
  return {
    async time(part, work) {
      const startedMs = now();
      try {
        return await work();
      } finally {
        parts.set(part, (parts.get(part) ?? 0) + now() - startedMs);
      }
    },
    toHeader: () => [...parts].map(([part, ms]) => `${part};dur=${ms.toFixed(1)}`).join(', '),
  };
}
