import { CloudOff } from 'lucide-react';

/** While nothing is heard of the job: it is made all the same, and this page catches up by itself. */
export function ConnectionNotice({ isLost }: { isLost: boolean }) {
  return (
    <div role="status" className="empty:absolute">
      {isLost ? (
        <p className="flex animate-rise items-start gap-3 rounded-lg bg-warning-soft px-4 py-3 text-warning">
          <CloudOff aria-hidden className="mt-0.5 size-5 shrink-0" />
          <span>
            <strong>The connection is gone.</strong> Your story goes on being made all the same, and this page
            catches up as soon as it can.
          </span>
        </p>
      ) : null}
    </div>
  );
}
