'use client';

import { type RefCallback, useCallback, useState } from 'react';

type BrokenPicture = {
  isBroken: boolean;
  /** For the img. */
  ref: RefCallback<HTMLImageElement>;
  onError: () => void;
};

/** Whether the picture at this address could not be loaded, also when it failed before the page was listening. */
export function useBrokenPicture(url: string | null): BrokenPicture {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const ref = useCallback(
    (image: HTMLImageElement | null) => {
      if (image?.complete && image.naturalWidth === 0) setBrokenUrl(url);
    },
    [url],
  );
  return { isBroken: url !== null && brokenUrl === url, ref, onError: () => setBrokenUrl(url) };
}
