'use client';

import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { listVersions, restoreVersion } from '@/lib/client/mend-requests';
import type { VersionView } from '@/lib/mending/mend-views';
import type { StoryView } from '@/lib/story/views';
import { describeVersion } from './describe-version';
import { MendTrouble } from './mend-trouble';
import { useMend } from './use-mend';

/** What was changed, newest first; each state of the story can come back with one press. */
export function StoryHistory({ story }: { story: StoryView }) {
  const { mend, isPending, error: refusal } = useMend(story);
  const { data, error, refetch } = useQuery({
    queryKey: ['stories', 'versions', story.id, story.version],
    queryFn: ({ signal }) => listVersions(story.id, signal),
    placeholderData: (before) => before,
  });
  if (!data) {
    return error ? (
      <Alert variant="destructive">
        <p>{errorSentence(error)}</p>
        <Button variant="outline" size="sm" className="ml-auto" onClick={() => void refetch()}>
          Try again
        </Button>
      </Alert>
    ) : (
      <Skeleton className="h-40 rounded-xl" />
    );
  }
  const takeBackTo = (number: number) =>
    mend({
      send: (key) => restoreVersion(story.id, { number }, key),
      said: `The story is as it was in version ${number}.`,
    });
  return (
    <div className="grid gap-4">
      <MendTrouble error={refusal} storyId={story.id} kept="Nothing was changed." />
      <ol aria-label="Versions, newest first" className="grid gap-2">
        {data.versions.map((version) => (
          <li key={version.number} className="grid gap-2 rounded-lg border p-3 sm:p-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-56">
                <p className="break-words font-bold">{describeVersion(version)}</p>
                <p className="text-muted-foreground text-sm">
                  Version {version.number}, <LocalTime iso={version.created_at} />
                </p>
              </div>
              {version.is_current ? (
                <Badge variant="success">As it is now</Badge>
              ) : (
                <Button
                  variant="outline"
                  size="sm"
                  disabled={isPending}
                  aria-label={`Take it back to version ${version.number}`}
                  onClick={() => takeBackTo(version.number)}
                >
                  <Undo2 aria-hidden />
                  Take it back to this
                </Button>
              )}
            </div>
            <WhatChanged version={version} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The words before and after, where words were changed. */
function WhatChanged({ version: { change, before, after } }: { version: VersionView }) {
  if (change !== 'text' && change !== 'delete') return null;
  if (!before) return null;
  return (
    <details>
      <summary className="w-fit py-2 text-sm underline underline-offset-4">What changed</summary>
      <div className="mt-1 grid gap-3 font-story sm:grid-cols-2">
        <Words name="Before" words={before} />
        {after ? <Words name="After" words={after} /> : null}
      </div>
    </details>
  );
}

function Words({ name, words }: { name: string; words: { title: string; text: string } }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 font-bold font-sans text-muted-foreground text-sm">{name}</figcaption>
      <blockquote
        dir="auto"
        className="max-h-60 overflow-y-auto whitespace-pre-line break-words rounded-lg bg-secondary p-3 text-secondary-foreground"
      >
        {words.title ? `${words.title}\n` : ''}
        {words.text}
      </blockquote>
    </figure>
  );
}
