'use client';

import dynamic from 'next/dynamic';

/** `WaitingStory`, whose code is loaded only where a story waits: most do not, and the reader's first load is to be light. */
export const WaitingStoryDoor = dynamic(() =>
  import('./waiting-story').then((loaded) => loaded.WaitingStory),
);
