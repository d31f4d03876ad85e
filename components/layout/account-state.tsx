'use client';

import { useQueryClient } from '@tanstack/react-query';
import { BookOpen, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { buttonVariants } from '@/components/ui/button';
import { followAccount } from '@/lib/client/account-query';
import { useAccount } from './use-account';

/** Who one is, and the way in or out. */
export function AccountState() {
  const account = useAccount();
  const queryClient = useQueryClient();
  useEffect(() => followAccount(queryClient), [queryClient]);
  if (account.kind === 'member') {
    return (
      <div className="flex items-center">
        <span
          className="hidden max-w-48 items-center gap-1.5 truncate px-2 text-muted-foreground text-sm md:flex"
          title={account.email}
        >
          <UserRound aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">Signed in as </span>
          <span className="truncate">{account.email}</span>
        </span>
        <SignOutButton />
      </div>
    );
  }
  if (account.kind === 'guest') {
    return (
      <div className="flex items-center gap-2">
        <span className="hidden text-muted-foreground text-sm md:inline">You are a guest</span>
        <Link href="/login" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
          <BookOpen aria-hidden className="max-sm:hidden" />
          {/* The narrowest phones have room for one word; a screen reader hears all three. */}
          <span>
            Keep<span className="max-[22rem]:sr-only"> my stories</span>
          </span>
        </Link>
      </div>
    );
  }
  return (
    <Link href="/login" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
      Sign in
    </Link>
  );
}
