'use client';

import { useEffect, useRef } from 'react';
import type { SceneView } from '@/lib/story/views';

/** The page that is read, the one before it and those ahead; a page's voice is about 0.5 MB. */
const MAX_KEPT = 4;

/**
 * The voices of the next pages, fetched whole while a page is read: the next page speaks at once, also when the network is
 * gone by then. Where fetching is refused (a CDN of another origin) the player fetches by itself, as ever.
 *
 * @param isReading nobody's bytes are spent on a voice that was not asked for
 * @returns the address a page's voice is played from: a file that is here already, else its own
 */
export function useVoiceFiles(
  scenes: readonly SceneView[],
  { pageIndex, isReading }: { pageIndex: number; isReading: boolean },
): (url: string | null) => string | undefined {
  const files = useRef(new Map<string, string>());

  useEffect(() => {
    const kept = files.current;
    return () => {
      for (const file of kept.values()) URL.revokeObjectURL(file);
      kept.clear();
    };
  }, []);

  const nextUrl = scenes[pageIndex + 1]?.audio_url ?? null;
  useEffect(() => {
    const kept = files.current;
    if (!isReading || nextUrl === null || kept.has(nextUrl)) return;
    const leaving = new AbortController();
    fetch(nextUrl, { signal: leaving.signal })
      .then(async (answer) => {
        if (!answer.ok) return;
        const voice = await answer.blob();
        kept.set(nextUrl, URL.createObjectURL(voice));
        for (const [oldest, file] of kept) {
          if (kept.size <= MAX_KEPT) break;
          URL.revokeObjectURL(file);
          kept.delete(oldest);
        }
      })
      // The player asks for the same file when its page comes, and says what it meets.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [isReading, nextUrl]);

  return (url) => (url === null ? undefined : (files.current.get(url) ?? url));
}
