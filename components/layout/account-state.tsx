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
        <Link
          href="/account"
          title={account.email}
          className="flex h-9 max-w-48 items-center gap-1.5 rounded-full px-2 text-muted-foreground text-sm transition-colors hover:bg-accent hover:text-accent-foreground"
        >
          <UserRound aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">Your account, signed in as </span>
          <span className="truncate max-[54rem]:sr-only">{account.email}</span>
        </Link>
        {/* The narrowest phones have no room for it here: it is on the account's page. */}
        <div className="max-[24rem]:hidden">
          <SignOutButton />
        </div>
      </div>
    );
  }
  if (account.kind === 'guest') {
    return (
      <div className="flex items-center gap-2">
        <span className="hidden text-muted-foreground text-sm md:inline">You are a guest</span>
        <Link href="/login" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
          <BookOpen aria-hidden className="max-md:hidden" />
          {/* Most phones have room for one word; a screen reader hears all three. */}
          <span>
            Keep<span className="max-[27.5rem]:sr-only"> my stories</span>
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
