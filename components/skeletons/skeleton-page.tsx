import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type SkeletonPageProps = {
  /** What is awaited, as a screen reader says it. */
  label: string;
  className?: string;
  children: ReactNode;
};

/** The shape of a page that is on its way; as tall as the screen, so that its foot does not jump when it comes. */
export function SkeletonPage({ label, className, children }: SkeletonPageProps) {
  return (
    <div role="status" aria-label={label} className={cn('min-h-[calc(100dvh-8rem)]', className)}>
      {children}
    </div>
  );
}
