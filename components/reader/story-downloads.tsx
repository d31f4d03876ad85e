'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { StoryView } from '@/lib/story/views';
import { useLazyPart } from './use-lazy-part';

/** A copy to keep: the film, its captions, the sound, the pictures, or everything in one file. */
export function StoryDownloads({ story }: { story: StoryView }) {
  const sheet = useLazyPart(() => import('./downloads-sheet').then(({ DownloadsSheet }) => DownloadsSheet));
  const DownloadsSheet = sheet.part;
  if (story.scenes.length === 0) return null;
  return (
    <>
      <Button ref={sheet.button} variant="secondary" aria-haspopup="dialog" onClick={sheet.open}>
        <Download aria-hidden />
        Save a copy
      </Button>
      {DownloadsSheet && sheet.isOpen ? (
        <DownloadsSheet story={story} onClose={() => sheet.setIsOpen(false)} />
      ) : null}
    </>
  );
}
