'use client';

import { Ellipsis } from 'lucide-react';
import { useLazyPart } from '@/components/reader/use-lazy-part';
import { Button } from '@/components/ui/button';
import type { StorySummaryView } from '@/lib/story/views';

type BookMenuButtonProps = { story: StorySummaryView; title: string; isClosed: boolean };

/** Opens what can be done with a book; the menu itself is fetched with the first press. */
export function BookMenuButton({ story, title, isClosed }: BookMenuButtonProps) {
  const menu = useLazyPart(() => import('./book-menu').then(({ BookMenu }) => BookMenu));
  const Menu = menu.part;
  if (Menu) {
    return (
      <Menu story={story} title={title} isClosed={isClosed} isOpen={menu.isOpen} setIsOpen={menu.setIsOpen} />
    );
  }
  return (
    <Button
      size="icon"
      variant="ghost"
      aria-label={`What to do with “${title}”`}
      aria-haspopup="menu"
      onClick={menu.open}
      className="relative z-10 -mr-2"
    >
      <Ellipsis aria-hidden />
    </Button>
  );
}
