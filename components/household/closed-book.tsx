import { cn } from '@/components/ui/cn';

/** A book with a ribbon around it: something is in there, and nobody sees yet what. */
export function ClosedBook({ className }: { className?: string }) {
  return (
    <div className={cn('grid size-full place-items-center bg-glow', className)}>
      <svg viewBox="0 0 120 96" className="h-3/5 max-h-40 min-h-20 text-primary" fill="none" aria-hidden>
        <ellipse cx="60" cy="88" rx="40" ry="5" fill="currentColor" opacity="0.14" />
        <path d="M30 16c0-5 4-9 9-9h46c3 0 5 2 5 5v68c0 3-2 5-5 5H39c-5 0-9-4-9-9z" fill="currentColor" />
        <path
          d="M38 72h52v8c0 3-2 5-5 5H38c-4 0-7-3-7-6.500S34 72 38 72z"
          fill="var(--card)"
          stroke="currentColor"
          strokeWidth="2"
        />
        <path d="M38 7v65" stroke="var(--card)" strokeWidth="2" opacity="0.35" />
        <path d="M30 42h60" stroke="var(--thread)" strokeWidth="6" />
        <path d="M64 7v65" stroke="var(--thread)" strokeWidth="6" />
        <path
          d="M64 42c-9-12-20-10-18-3 1 5 10 6 18 3zm0 0c9-12 20-10 18-3-1 5-10 6-18 3z"
          fill="var(--thread)"
          stroke="var(--glow)"
          strokeWidth="1.500"
        />
      </svg>
    </div>
  );
}
