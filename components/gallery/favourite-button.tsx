'use client';

import { Heart } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useFavourite } from './use-favourite';

type FavouriteButtonProps = { story: { id: string; title: string; favourite: boolean }; className?: string };

/** A heart on the corner of a book. */
export function FavouriteButton({ story, className }: FavouriteButtonProps) {
  const setFavourite = useFavourite(story.id);
  return (
    <Button
      size="icon"
      variant="ghost"
      aria-label={`Favourite: ${story.title}`}
      aria-pressed={story.favourite}
      onClick={() => setFavourite(!story.favourite)}
      className={className}
    >
      {/* Smaller to see than to press. */}
      <span className="grid size-9 place-items-center rounded-full bg-popover/90 text-popover-foreground shadow-page">
        <Heart aria-hidden className={story.favourite ? 'fill-ribbon text-ribbon' : undefined} />
      </span>
    </Button>
  );
}
