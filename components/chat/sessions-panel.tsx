'use client';

import { MessageCirclePlus, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { SessionsList } from './sessions-list';

/** The other conversations: beside this one where there is room, else pulled in from the side. */
export function SessionsPanel() {
  const pathname = usePathname();
  const currentId = pathname.split('/')[2];
  // Tailwind's `lg`.
  const isBeside = useMediaQuery('(min-width: 64rem)');
  const [isOpen, setIsOpen] = useState(false);
  // Whoever has gone to another conversation wants to see it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the reason, not an input
  useEffect(() => setIsOpen(false), [pathname]);
  return (
    <aside aria-label="Your conversations" className="space-y-3">
      <div className="flex gap-2">
        <Button asChild variant="secondary" size="sm">
          <Link href="/chat">
            <MessageCirclePlus aria-hidden />
            New conversation
          </Link>
        </Button>
        <Sheet open={isOpen && isBeside === false} onOpenChange={setIsOpen}>
          <SheetTrigger asChild>
            <Button variant="ghost" size="sm" className="lg:hidden">
              <MessagesSquare aria-hidden />
              Conversations
            </Button>
          </SheetTrigger>
          <SheetContent side="left" title="Your conversations" closeLabel="Close the conversations">
            {/* The panel itself is out of reach while the sheet is open. */}
            <aside aria-label="Your conversations">
              <SessionsList currentId={currentId} />
            </aside>
          </SheetContent>
        </Sheet>
      </div>
      {isBeside === false ? null : (
        <div className="max-lg:hidden">
          <SessionsList currentId={currentId} />
        </div>
      )}
    </aside>
  );
}
