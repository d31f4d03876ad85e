import type { ReactNode } from 'react';

type PageMessageProps = { title: string; children: ReactNode; action?: ReactNode };

/** A page that has one thing to say: nothing here yet, nothing found, something broke. */
export function PageMessage({ title, children, action }: PageMessageProps) {
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-4 py-12 text-center sm:py-20">
      <LooseThread />
      <h1 className="font-semibold text-3xl sm:text-4xl">{title}</h1>
      <div className="text-balance text-lg text-muted-foreground [&_p]:text-balance">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}

/** A needle whose thread has not been woven into anything. */
function LooseThread() {
  return (
    <svg viewBox="0 0 160 80" className="h-24 w-48 text-primary" fill="none" aria-hidden>
      <path
        d="M8 62c20 14 44 8 52-10s26-34 40-20-10 34-22 22 14-34 46-40"
        stroke="var(--thread)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="9 7"
      />
      <path d="M122 15l32-11-28 19c-3 2-7-1-6-4z" fill="currentColor" />
    </svg>
  );
}
