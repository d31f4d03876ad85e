'use client';

import { Copy, Ellipsis, Heart, HeartOff, Pencil, Share2, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useLazyPart } from '@/components/reader/use-lazy-part';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { StorySummaryView } from '@/lib/story/views';
import { useDeleteWithUndo } from './deletions';
import { useDuplicate } from './use-duplicate';
import { useFavourite } from './use-favourite';

type BookMenuProps = {
  story: StorySummaryView;
  title: string;
  isClosed: boolean;
  isOpen: boolean;
  setIsOpen: (isOpen: boolean) => void;
};

/** What can be done with a book on the shelf. Of one that nobody may see yet: only to throw it away. */
export function BookMenu({ story, title, isClosed, isOpen, setIsOpen }: BookMenuProps) {
  const setFavourite = useFavourite(story.id);
  const duplicate = useDuplicate();
  const deleteWithUndo = useDeleteWithUndo();
  const renaming = useLazyPart(() => import('./rename-dialog').then(({ RenameDialog }) => RenameDialog));
  const sharing = useLazyPart(() =>
    import('@/components/share/share-dialog').then(({ ShareDialog }) => ShareDialog),
  );
  /** A dialog takes the focus itself; the menu must not fetch it back. */
  const opensDialog = useRef(false);
  const open = (dialog: { open: () => void }) => {
    opensDialog.current = true;
    dialog.open();
  };
  const canChange = story.status === 'ready' && !isClosed;
  const Rename = renaming.part;
  const Share = sharing.part;
  return (
    <>
      <DropdownMenu open={isOpen} onOpenChange={setIsOpen} modal={false}>
        <DropdownMenuTrigger asChild>
          <Button
            ref={renaming.button}
            size="icon"
            variant="ghost"
            aria-label={`What to do with “${title}”`}
            className="relative z-10 -mr-2"
          >
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent
          onCloseAutoFocus={(event) => {
            if (opensDialog.current) event.preventDefault();
            opensDialog.current = false;
          }}
        >
          {isClosed ? null : (
            <DropdownMenuItem onSelect={() => setFavourite(!story.favourite)}>
              {story.favourite ? <HeartOff aria-hidden /> : <Heart aria-hidden />}
              {story.favourite ? 'No favourite any more' : 'A favourite'}
            </DropdownMenuItem>
          )}
          {canChange ? (
            <>
              <DropdownMenuItem onSelect={() => open(renaming)}>
                <Pencil aria-hidden />
                Rename
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => duplicate({ id: story.id, title })}>
                <Copy aria-hidden />
                Duplicate
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => open(sharing)}>
                <Share2 aria-hidden />
                {story.share_id ? 'Shared' : 'Share'}
              </DropdownMenuItem>
            </>
          ) : null}
          {isClosed ? null : <DropdownMenuSeparator />}
          <DropdownMenuItem variant="destructive" onSelect={() => deleteWithUndo({ id: story.id, title })}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {Rename && renaming.isOpen ? (
        <Rename story={{ id: story.id, title }} onClose={() => renaming.setIsOpen(false)} />
      ) : null}
      {Share && sharing.isOpen ? (
        <Share
          story={{ id: story.id, title }}
          onClose={() => {
            sharing.setIsOpen(false);
            requestAnimationFrame(() => renaming.button.current?.focus());
          }}
        />
      ) : null}
    </>
  );
}
