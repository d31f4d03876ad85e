import type { ReactNode } from 'react';
import { TALL_PAGE } from '@/components/layout/tall-page';
import { cn } from '@/components/ui/cn';

type SkeletonPageProps = {
  /** What is awaited, as a screen reader says it. */
  label: string;
  className?: string;
  children: ReactNode;
};

/** The shape of a page that is on its way. */
export function SkeletonPage({ label, className, children }: SkeletonPageProps) {
  return (
    <div role="status" aria-label={label} className={cn(TALL_PAGE, className)}>
      {children}
    </div>
  );
}
