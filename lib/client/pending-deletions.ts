/** A story that is off the shelf already and will be deleted in a moment, unless somebody thinks better of it. */
export type PendingDeletions = ReadonlySet<string>;

type Requests = {
  /** Deletes it; rejects when it could not be deleted. */
  remove: (storyId: string) => Promise<void>;
  /** Deletes it when nobody waits for the answer any more: the page is being left. */
  removeOnLeaving: (storyId: string) => void;
};

/**
 * Which stories are about to be deleted. It lives as long as the tab, not as long as a page, so that somebody can go on and
 * read while a message still offers to bring a book back.
 */
export function createPendingDeletions({ remove, removeOnLeaving }: Requests) {
  let pending: PendingDeletions = new Set();
  /** Those whose request is on its way: too late to think better of it. */
  const sent = new Set<string>();
  const listeners = new Set<() => void>();

  function replace(next: Iterable<string>): void {
    pending = new Set(next);
    for (const listener of listeners) listener();
  }
  function forget(storyId: string): void {
    sent.delete(storyId);
    replace([...pending].filter((id) => id !== storyId));
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getPending: () => pending,
    /** Takes it off the shelf. */
    hide(storyId: string): void {
      replace([...pending, storyId]);
    },
    /** Puts it back, where it is not too late. */
    bringBack(storyId: string): void {
      if (!sent.has(storyId)) forget(storyId);
    },
    /**
     * Deletes it now. One that could not be deleted is on the shelf again when this rejects.
     * @param onGone before it stops to be hidden: takes it out of what was fetched
     */
    async commit(storyId: string, onGone: () => void): Promise<void> {
      if (!pending.has(storyId) || sent.has(storyId)) return;
      sent.add(storyId);
      try {
        await remove(storyId);
        onGone();
      } finally {
        forget(storyId);
      }
    },
    /** The page is being left: what was to be deleted is deleted now, because nobody can take it back any more. */
    leave(): void {
      for (const storyId of pending) {
        if (sent.has(storyId)) continue;
        sent.add(storyId);
        removeOnLeaving(storyId);
      }
    },
  };
}
