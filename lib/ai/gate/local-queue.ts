type Waiter = { admit: () => void };

const queues = new Map<string, Waiter[]>();

/**
 * One of this process asks for a place at a provider at a time, in the order in which they came: the first asks, the others
 * wait for it. So a shared limit is asked little, and nobody overtakes.
 * @returns ends the turn; the next one asks
 * @throws the signal's reason when it ends the waiting
 */
export async function enterQueue(provider: string, signal?: AbortSignal): Promise<() => void> {
  signal?.throwIfAborted();
  const queue = queues.get(provider) ?? [];
  queues.set(provider, queue);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waiter: Waiter = { admit: resolve };
  queue.push(waiter);
  if (queue[0] === waiter) resolve();
  const leave = () => {
    const index = queue.indexOf(waiter);
    if (index < 0) return;
    queue.splice(index, 1);
    if (queue.length === 0) queues.delete(provider);
    else if (index === 0) queue[0]?.admit();
  };
  const stop = () => {
    leave();
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await promise;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  return leave;
}
