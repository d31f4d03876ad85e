/** Whether Storyloom can be reached. A browser without network may still reach one on the same machine, so it is asked. */
export type Connection = 'there' | 'lost';
export type ConnectionWatch = ReturnType<typeof createConnectionWatch>;

const ASK_AGAIN_MS = 4_000;

type ConnectionWatchOptions = {
  /** Resolves when anything at all has answered. */
  reach: () => Promise<void>;
  /** Whether the browser believes to have no network: then one answer is not the last word. */
  isOffline: () => boolean;
  /** Once each time that it is there again. */
  onReturn: () => void;
};

/** Asks when somebody suspects that it is gone, and from then on until it is there again. */
export function createConnectionWatch({ reach, isOffline, onReturn }: ConnectionWatchOptions) {
  let connection: Connection = 'there';
  let isAsking = false;
  let isDoubted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function change(next: Connection): void {
    if (next === connection) return;
    connection = next;
    for (const listener of listeners) listener();
    if (next === 'there') onReturn();
  }
  async function ask(): Promise<void> {
    // What is under way may have been answered before the reason for this doubt.
    isDoubted = isAsking;
    if (isAsking) return;
    isAsking = true;
    clearTimeout(timer);
    try {
      await reach();
      change('there');
      if (isOffline()) timer = setTimeout(ask, ASK_AGAIN_MS);
    } catch {
      // That nobody answers is the answer.
      change('lost');
      timer = setTimeout(ask, ASK_AGAIN_MS);
    } finally {
      isAsking = false;
    }
    if (isDoubted && connection === 'there') await ask();
  }
  return {
    ask,
    getConnection: () => connection,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
  };
}
