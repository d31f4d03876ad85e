'use client';

import { MoonStar } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { StoryView } from '@/lib/story/views';
import { useLazyPart } from './use-lazy-part';

/** Another story with the same people, asked for without leaving this one. */
export function SequelButton({ story }: { story: StoryView }) {
  const sheet = useLazyPart(() => import('./sequel-sheet').then(({ SequelSheet }) => SequelSheet));
  const SequelSheet = sheet.part;
  return (
    <>
      <Button
        ref={sheet.button}
        size="lg"
        variant="outline"
        className="max-sm:w-full"
        aria-haspopup="dialog"
        onClick={sheet.open}
      >
        <MoonStar aria-hidden />
        Same hero, new night
      </Button>
      {SequelSheet && sheet.isOpen ? (
        <SequelSheet story={story} onClose={() => sheet.setIsOpen(false)} />
      ) : null}
    </>
  );
}
