'use client';

import { useCallback, useEffect, useState } from 'react';
import {
  buildReadingCookie,
  DEFAULT_READING,
  findReadingCookie,
  parseReadingSettings,
  type ReadingSettings,
} from './reading-settings';

export type ReadingChoice = {
  settings: ReadingSettings;
  change: (change: Partial<ReadingSettings>) => void;
};

/**
 * How this browser's reader likes to read.
 * @param known as the server read it from the cookie; without it the browser's own cookie counts, a moment later
 */
export function useReadingSettings(known: ReadingSettings | undefined): ReadingChoice {
  const [settings, setSettings] = useState(known ?? DEFAULT_READING);
  useEffect(() => {
    if (!known) setSettings(parseReadingSettings(findReadingCookie(document.cookie)));
  }, [known]);
  const change = useCallback(
    (changed: Partial<ReadingSettings>) =>
      setSettings((before) => {
        const after = { ...before, ...changed };
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
        document.cookie = buildReadingCookie(after);
        return after;
      }),
    [],
  );
  return { settings, change };
}
