export type ToastMessage = {
  title: string;
  /** What can be done about it, e.g. Undo. It is the person's last chance: leave them time. */
  action?: { label: string; onPress: () => void };
  /** How long it stays, without the time in which it is pointed at or has the focus. */
  durationMs?: number;
  /** Once, when it has gone without its action having been pressed: by time, Escape, a swipe, its cross, a newer one. */
  onLeave?: () => void;
};
export type ShownToast = ToastMessage & { id: number; durationMs: number };
export type ToastStore = ReturnType<typeof createToastStore>;

const DURATION_MS = 5_000;
/** More at once is a pile nobody reads; the oldest makes room. */
const MAX_SHOWN = 3;

/** The messages on the page now, oldest first. */
export function createToastStore() {
  let shown: readonly ShownToast[] = [];
  let nextId = 1;
  const listeners = new Set<() => void>();

  function replace(next: readonly ShownToast[]): void {
    shown = next;
    for (const listener of listeners) listener();
  }
  function take(id: number): ShownToast | undefined {
    const toast = shown.find((candidate) => candidate.id === id);
    if (toast) replace(shown.filter((candidate) => candidate !== toast));
    return toast;
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getShown: () => shown,
    /** @returns its id, with which it can be taken away early */
    showToast(message: ToastMessage): number {
      const toast = { durationMs: DURATION_MS, ...message, id: nextId++ };
      const leaving = shown.slice(0, Math.max(0, shown.length + 1 - MAX_SHOWN));
      replace([...shown.slice(leaving.length), toast]);
      for (const { onLeave } of leaving) onLeave?.();
      return toast.id;
    },
    /** Takes it away; nothing if it has gone already. */
    dismissToast(id: number): void {
      take(id)?.onLeave?.();
    },
    /** Does what it offers, once, and takes it away. */
    pressToast(id: number): void {
      take(id)?.action?.onPress();
    },
  };
}
