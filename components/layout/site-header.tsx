import { BookOpen, UserRound } from 'lucide-react';
import Link from 'next/link';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { buttonVariants } from '@/components/ui/button';
import { Logo } from './logo';
import { NavigationLink } from './navigation-link';

/** Who is looking: nobody known yet, a guest, or somebody with an account. */
export type Account = { kind: 'visitor' } | { kind: 'guest' } | { kind: 'member'; email: string };

export function SiteHeader({ account }: { account: Account }) {
  return (
    <header className="border-b bg-background/85 backdrop-blur-sm">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-2 px-4 sm:px-6">
        <Logo />
        <div className="flex items-center gap-0.5 sm:gap-2">
          <nav aria-label="Main" className="flex items-center gap-0.5 sm:gap-1">
            <NavigationLink href="/chat">Talk</NavigationLink>
            <NavigationLink href="/stories">Stories</NavigationLink>
            <NavigationLink href="/jobs">Loom</NavigationLink>
          </nav>
          <AccountState account={account} />
        </div>
      </div>
    </header>
  );
}

function AccountState({ account }: { account: Account }) {
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
