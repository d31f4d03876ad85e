/**
 * A bucket of `burst` frames that fills with `framesPerSecond` (token bucket). Frames it has no room for are dropped; when
 * `droppedFrames` were, without a quiet ten seconds in between, the sender is to be closed.
 */
export function createFrameRate(
  limits: { framesPerSecond: number; burst: number; droppedFrames: number },
  now: () => number = Date.now,
) {
  const FORGIVEN_MS = 10_000;
  let room = limits.burst;
  let filledAtMs = now();
  let dropped = 0;
  let droppedAtMs = 0;
  return {
    /** @returns `first-drop` once for each spell of dropping, so that it is said once */
    take(): 'taken' | 'first-drop' | 'dropped' | 'too-many' {
      const atMs = now();
      room = Math.min(limits.burst, room + ((atMs - filledAtMs) / 1000) * limits.framesPerSecond);
      filledAtMs = atMs;
      if (room >= 1) {
        room -= 1;
        return 'taken';
      }
      if (atMs - droppedAtMs > FORGIVEN_MS) dropped = 0;
      droppedAtMs = atMs;
      dropped += 1;
      if (dropped >= limits.droppedFrames) return 'too-many';
      return dropped === 1 ? 'first-drop' : 'dropped';
    },
  };
}
