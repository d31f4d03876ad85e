/** Away for less than this, nothing can have been missed that polling does not bring. */
const AWAY_MS = 5_000;
const TICK_MS = 2_000;
/** A clock that jumped so far between two ticks stood still: the machine slept. */
const SLEPT_MS = 15_000;

/**
 * Says when somebody is back: the tab is looked at again, the machine woke, the network returned, or the page came out of the
 * browser's cache.
 * @returns stops watching
 */
export function watchReturn({
  onReturn,
  onOffline,
}: {
  onReturn: () => void;
  onOffline: () => void;
}): () => void {
  let hiddenAtMs: number | undefined;
  const look = () => {
    if (document.visibilityState === 'hidden') {
      hiddenAtMs = Date.now();
    } else if (hiddenAtMs !== undefined && Date.now() - hiddenAtMs > AWAY_MS) {
      hiddenAtMs = undefined;
      onReturn();
    }
  };
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) onReturn();
  };
  let tickMs = Date.now();
  const timer = setInterval(() => {
    const nowMs = Date.now();
    // A hidden tab's timers are slowed down on purpose; that is no sleep.
    if (nowMs - tickMs > SLEPT_MS && document.visibilityState === 'visible') onReturn();
    tickMs = nowMs;
  }, TICK_MS);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', onReturn);
  window.addEventListener('offline', onOffline);
  window.addEventListener('pageshow', comeBack);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', onReturn);
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('pageshow', comeBack);
  };
}
