/** The longest a word may sound: before a pause the next one is far away. */
const LONGEST_MS = 1_500;

/**
 * Plays a stretch of a sound and then goes back to where it stood, so that reading on begins where it stopped.
 * @returns ends it early; of no effect once it has ended
 */
export function playRange(
  audio: HTMLAudioElement,
  { fromMs, toMs, onError, onEnd }: { fromMs: number; toMs: number; onError: () => void; onEnd: () => void },
): () => void {
  const before = audio.currentTime;
  const source = audio.src;
  const endMs = Math.min(toMs, fromMs + LONGEST_MS);
  let hasEnded = false;
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd();
    // Another page lies open: its sound is nobody's business here.
    if (audio.src !== source) return;
    audio.pause();
    audio.currentTime = before;
  };
  const follow = () => {
    if (hasEnded) return;
    const isOver = audio.ended || audio.paused || audio.src !== source || audio.currentTime * 1_000 >= endMs;
    if (isOver) end();
    else requestAnimationFrame(follow);
  };
  audio.currentTime = fromMs / 1_000;
  audio.play().then(follow, (error: unknown) => {
    end();
    // Another word or the whole page was asked for meanwhile.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    onError();
  });
  return end;
}
