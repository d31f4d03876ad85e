'use client';

import { Sheet, SheetContent } from '@/components/ui/sheet';
import type { StoryView } from '@/lib/story/views';
import { SequelForm } from './sequel-form';

/** The wish for the next night, over the story it goes on from. */
export function SequelSheet({ story, onClose }: { story: StoryView; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="bottom" title="Same hero, new night" closeLabel="Close">
        <SequelForm story={story} />
      </SheetContent>
    </Sheet>
  );
}
