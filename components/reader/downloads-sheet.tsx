'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, FileArchive } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button, buttonVariants } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { requestJson } from '@/lib/client/request-json';
import type { Manifest } from '@/lib/story/manifest';
import type { StoryView } from '@/lib/story/views';
import { formatBytes, listDownloads } from './list-downloads';

type DownloadsSheetProps = { story: Pick<StoryView, 'id'>; onClose: () => void };

/** Every file of a story with its size, and all of them in one. */
export function DownloadsSheet({ story, onClose }: DownloadsSheetProps) {
  const {
    data: manifest,
    error,
    refetch,
  } = useQuery({
    queryKey: ['stories', 'manifest', story.id],
    queryFn: ({ signal }) => requestJson<Manifest>(`/api/v1/stories/${story.id}/manifest`, { signal }),
    staleTime: 0,
  });
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="bottom" title="Save a copy" closeLabel="Close">
        {manifest ? (
          <div className="space-y-6 pb-3">
            <a
              href={`/api/v1/stories/${story.id}/download`}
              download
              className={cn(buttonVariants({ size: 'lg' }), 'w-full sm:w-auto')}
            >
              <FileArchive aria-hidden />
              Everything (ZIP, {formatBytes(manifest.total_bytes)})
            </a>
            {listDownloads(manifest.files).map(({ title, files }) => (
              <section key={title} aria-label={title}>
                <h3 className="font-semibold text-xl">{title}</h3>
                <ul className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
                  {files.map((file) => (
                    <li key={file.name}>
                      <a
                        href={`${file.url}${file.url.includes('?') ? '&' : '?'}download=1`}
                        download={file.name}
                        className="flex min-h-11 items-center gap-3 rounded-lg bg-secondary px-4 py-2 text-secondary-foreground hover:bg-accent hover:text-accent-foreground"
                      >
                        <Download aria-hidden className="size-5 shrink-0" />
                        <span className="min-w-0 flex-1 truncate font-bold">{file.what}</span>
                        <span className="text-sm tabular-nums">{formatBytes(file.bytes)}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        ) : error ? (
          <Alert variant="destructive">
            <p>{errorSentence(error)}</p>
            <Button variant="outline" size="sm" className="ml-auto" onClick={() => void refetch()}>
              Try again
            </Button>
          </Alert>
        ) : (
          <div className="space-y-3 pb-3">
            <Skeleton className="h-13 w-64 rounded-full" />
            <Skeleton className="h-40 rounded-xl" />
          </div>
        )}
      </SheetContent>
    </Sheet>
  );
}
