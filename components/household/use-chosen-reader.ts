'use client';

import { useEffect, useState } from 'react';
import type { ReaderView } from '@/lib/household/household-views';
import { useReaders } from './use-readers';

const STORAGE_KEY = 'storyloom.reader';

export type ChosenReader = {
  readers: readonly ReaderView[];
  /** Whose story it is to be; undefined: everybody's. */
  reader: ReaderView | undefined;
  choose: (readerId: string | null) => void;
};

/**
 * For whom a story is told: the one it was for last time in this browser, while they are of the household.
 * @param onReader told of each one that is chosen, the remembered one too
 */
export function useChosenReader(onReader?: (reader: ReaderView) => void): ChosenReader {
  const readers = useReaders();
  const [readerId, setReaderId] = useState<string | null>(null);
  const reader = readers.find(({ id }) => id === readerId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known who there is
  useEffect(() => {
    if (readerId !== null) return;
    const remembered = readers.find(({ id }) => id === localStorage.getItem(STORAGE_KEY));
    if (!remembered) return;
    setReaderId(remembered.id);
    onReader?.(remembered);
  }, [readers]);
  return {
    readers,
    reader,
    choose: (next) => {
      setReaderId(next);
      if (next === null) localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, next);
      const chosen = readers.find(({ id }) => id === next);
      if (chosen) onReader?.(chosen);
    },
  };
}
