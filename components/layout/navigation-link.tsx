'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';

export function NavigationLink({ href, children }: { href: Route; children: string }) {
  const pathname = usePathname();
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={cn(
        'rounded-full px-2.5 py-2 font-bold hover:bg-accent hover:text-accent-foreground max-[21.5rem]:px-1 max-[26rem]:px-1.5 sm:px-4',
        isHere && 'underline decoration-2 decoration-thread underline-offset-8',
      )}
    >
      {children}
    </Link>
  );
}
