'use client';

import { Button } from '@/components/ui/button';

type TextConflictProps = {
  /** How the page is now; null when it is gone. */
  theirs: string | null;
  mine: string;
  isPending: boolean;
  onKeepTheirs: () => void;
  onTakeMine: () => void;
  onMerge: () => void;
};

/** The page was changed elsewhere while somebody wrote here: both are shown, and nothing is lost before they have chosen. */
export function TextConflict({
  theirs,
  mine,
  isPending,
  onKeepTheirs,
  onTakeMine,
  onMerge,
}: TextConflictProps) {
  return (
    <section
      role="alert"
      aria-label="Changed in another place"
      className="grid gap-4 rounded-xl border-2 border-thread p-4"
    >
      <p className="font-bold">
        {theirs === null
          ? 'This page was taken out of the story in another tab. Your words are still here, to copy them.'
          : 'This page was changed in another tab or on another device while you wrote. Which words shall it have?'}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {theirs === null ? null : <Version name="How it is now" text={theirs} />}
        <Version name="What you wrote" text={mine} />
      </div>
      {theirs === null ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" disabled={isPending} onClick={onTakeMine}>
            Take mine
          </Button>
          <Button size="sm" variant="outline" disabled={isPending} onClick={onKeepTheirs}>
            Keep the other
          </Button>
          <Button size="sm" variant="outline" disabled={isPending} onClick={onMerge}>
            Put both together
          </Button>
        </div>
      )}
    </section>
  );
}

function Version({ name, text }: { name: string; text: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 font-bold text-muted-foreground text-sm">{name}</figcaption>
      <blockquote
        dir="auto"
        className="max-h-60 overflow-y-auto whitespace-pre-line break-words rounded-lg bg-secondary p-3 font-story text-secondary-foreground"
      >
        {text}
      </blockquote>
    </figure>
  );
}
