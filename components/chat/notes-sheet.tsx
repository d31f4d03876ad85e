'use client';

import { NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet';

type NotesSheetProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Something was noted since the notes were looked at last. */
  hasNews: boolean;
  children: ReactNode;
};

/** The story notes where there is no room beside the conversation: the button, and the sheet that it pulls up. */
export function NotesSheet({ isOpen, onOpenChange, hasNews, children }: NotesSheetProps) {
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange}>
      <SheetTrigger asChild>
        <Button variant="secondary" size="sm">
          <NotebookPen aria-hidden />
          Notes
          {hasNews ? (
            <>
              <span aria-hidden className="size-2 rounded-full bg-thread" />
              <span className="sr-only">, with something new</span>
            </>
          ) : null}
        </Button>
      </SheetTrigger>
      <SheetContent side="bottom" title="Story notes" closeLabel="Close the notes">
        {children}
      </SheetContent>
    </Sheet>
  );
}
