'use client';

import { MoonStar } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet';
import type { StoryView } from '@/lib/story/views';
import { SequelForm } from './sequel-form';

/** Another story with the same people, asked for without leaving this one. */
export function SequelButton({ story }: { story: StoryView }) {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button size="lg" variant="outline" className="max-sm:w-full">
          <MoonStar aria-hidden />
          Same hero, new night
        </Button>
      </SheetTrigger>
      <SheetContent side="bottom" title="Same hero, new night" closeLabel="Close">
        <SequelForm story={story} />
      </SheetContent>
    </Sheet>
  );
}
