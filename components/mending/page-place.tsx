'use client';

import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { deleteScene, orderScenes } from '@/lib/client/mend-requests';
import { MendTrouble } from './mend-trouble';
import type { PageEditorProps } from './page-editor';
import { useMend } from './use-mend';

/** Where a page stands in the story, and whether it stays. */
export function PagePlace({ story, scene, index, onSceneChange }: PageEditorProps) {
  const { mend, isPending, error } = useMend(story);
  const ids = story.scenes.map(({ id }) => id);
  const isLast = index === ids.length - 1;
  const move = (to: number) => {
    if (isPending || to < 0 || to >= ids.length) return;
    const sceneIds = ids.toSpliced(index, 1).toSpliced(to, 0, scene.id);
    mend({
      send: (key) => orderScenes(story.id, { sceneIds, version: story.version }, key),
      said: `Page ${index + 1} is page ${to + 1} now.`,
    });
  };
  const takeOut = () =>
    mend({
      send: (key) => deleteScene({ storyId: story.id, sceneId: scene.id }, key),
      said: `Page ${index + 1} is taken out.`,
      onDone: () => onSceneChange(ids[isLast ? index - 1 : index + 1] ?? ''),
    });
  return (
    <section aria-label="Place" className="grid gap-3">
      <h3 className="font-semibold text-xl">Place</h3>
      <MendTrouble error={error} storyId={story.id} />
      {/* aria-disabled keeps the focus where it is at either end. */}
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" aria-disabled={index === 0 || isPending} onClick={() => move(index - 1)}>
          <ChevronLeft aria-hidden />
          Earlier
        </Button>
        <Button variant="outline" aria-disabled={isLast || isPending} onClick={() => move(index + 1)}>
          Later
          <ChevronRight aria-hidden />
        </Button>
        <Button
          variant="ghost"
          className="text-destructive"
          disabled={ids.length === 1 || isPending}
          onClick={takeOut}
        >
          <Trash2 aria-hidden />
          Take this page out
        </Button>
      </div>
      <p className="text-muted-foreground text-sm">
        Page {index + 1} of {ids.length}.{' '}
        {ids.length === 1 ? 'A story keeps at least one page.' : 'What you take out can be taken back.'}
      </p>
    </section>
  );
}
