'use client';

import { PencilLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLazyPart } from '@/components/reader/use-lazy-part';
import { Button } from '@/components/ui/button';
import { useKeptText } from '@/components/ui/use-kept-text';
import type { StoryView } from '@/lib/story/views';

const loadPanel = () => import('./mending-panel').then(({ MendingPanel }) => MendingPanel);
const loadProgress = () => import('./mending-progress').then(({ MendingProgress }) => MendingProgress);

/**
 * Opens the table on which a story is mended, under the row this button stands in. It stays open over a reload and a new
 * sign-in, at the page somebody was at; and what is being made again is told also while it is shut.
 */
export function MendButton({ story }: { story: StoryView }) {
  const panel = useLazyPart(loadPanel);
  const progress = useLazyPart(loadProgress);
  const place = useKeptText(`mend.place.${story.id}`);
  const wasPressed = useRef(false);
  const [hasMended, setHasMended] = useState(false);
  const Panel = panel.part;
  const Progress = progress.part;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where somebody was in the middle of it
  useEffect(() => {
    if (place.isKept) panel.open();
  }, [place.isKept]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is something to tell
  useEffect(() => {
    if (!story.mending_job_id) return;
    setHasMended(true);
    progress.open();
  }, [story.mending_job_id]);

  const close = () => {
    panel.setIsOpen(false);
    place.clear();
  };
  return (
    <>
      <Button
        ref={panel.button}
        variant="outline"
        aria-expanded={panel.isOpen}
        onClick={() => {
          if (panel.isOpen) return close();
          wasPressed.current = true;
          place.write(place.text || findOpenPage(story));
          panel.open();
        }}
      >
        <PencilLine aria-hidden />
        Mend
      </Button>
      {Progress && hasMended ? (
        <div className="order-last min-w-0 basis-full">
          <Progress story={story} />
        </div>
      ) : null}
      {Panel && panel.isOpen ? (
        <div className="order-last min-w-0 basis-full">
          <Panel
            story={story}
            sceneId={place.text}
            onSceneChange={place.write}
            takesFocus={wasPressed.current}
            onClose={close}
          />
        </div>
      ) : null}
    </>
  );
}

/** The page that lies open in the book, as the address has it. */
function findOpenPage({ scenes }: StoryView): string {
  const page = Number(new URLSearchParams(window.location.search).get('page') ?? 1);
  return (scenes[page - 1] ?? scenes[0])?.id ?? '';
}
