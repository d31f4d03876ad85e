/** One call takes at most this many. */
const MOST_AT_ONCE = 100;

/**
 * Sends one thing at once when nothing is under way; what comes meanwhile is sent together, in one call, when that call has
 * ended. So nobody waits for company, and a rush costs few calls. Who asked learns how the call went that took theirs along.
 */
export function createSendTogether<Item>(
  send: (items: Item[]) => Promise<unknown>,
): (item: Item) => Promise<void> {
  const waiting: { item: Item; done: PromiseWithResolvers<void> }[] = [];
  let isSending = false;

  async function sendWaiting(): Promise<void> {
    isSending = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0, MOST_AT_ONCE);
      try {
        await send(together.map(({ item }) => item));
        for (const { done } of together) done.resolve();
      } catch (error) {
        for (const { done } of together) done.reject(error);
      }
    }
    isSending = false;
  }

  return (item) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ item, done });
    if (!isSending) void sendWaiting();
    return done.promise;
  };
}
