'use client';

import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { pictureAtWidth } from '@/lib/story/picture-widths';
import type { SceneView } from '@/lib/story/views';
import { usePageDraft } from './use-page-draft';

type PageStripProps = {
  scenes: readonly SceneView[];
  chosenId: string;
  onChoose: (sceneId: string) => void;
};

/** Every page as a small picture, in the order of the story; one of them lies on the table. */
export function PageStrip({ scenes, chosenId, onChoose }: PageStripProps) {
  return (
    <ol aria-label="Pages" className="-mx-1 flex gap-3 overflow-x-auto px-1 py-2">
      {scenes.map((scene, index) => (
        <li key={scene.id} className="shrink-0">
          <PageThumb
            scene={scene}
            number={index + 1}
            isChosen={scene.id === chosenId}
            onChoose={() => onChoose(scene.id)}
          />
        </li>
      ))}
    </ol>
  );
}

type PageThumbProps = { scene: SceneView; number: number; isChosen: boolean; onChoose: () => void };

function PageThumb({ scene, number, isChosen, onChoose }: PageThumbProps) {
  const thumb = useRef<HTMLButtonElement>(null);
  const { isKept } = usePageDraft(scene);
  const wasThere = useRef(false);
  useEffect(() => {
    if (isChosen) thumb.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The page before was taken out under somebody's hands: they go on from this one.
    if (isChosen && wasThere.current && document.activeElement === document.body) thumb.current?.focus();
    wasThere.current = true;
  }, [isChosen]);
  return (
    <button
      ref={thumb}
      type="button"
      aria-pressed={isChosen}
      aria-label={`Page ${number}${isKept ? ', with words that are not saved' : ''}`}
      onClick={onChoose}
      className={cn(
        'grid w-28 gap-1.5 rounded-lg border-2 border-transparent p-1.5 text-left hover:bg-accent',
        isChosen && 'border-primary bg-secondary',
      )}
    >
      <span className="relative block aspect-video overflow-hidden rounded-md bg-secondary">
        {scene.image_url ? (
          // biome-ignore lint/performance/noImgElement: our own media route, already the right size
          <img
            src={pictureAtWidth(scene.image_url, 320)}
            alt=""
            loading="lazy"
            className="size-full object-cover"
          />
        ) : null}
        {isKept ? (
          <span className="absolute top-1 right-1 size-3 rounded-full border-2 border-card bg-thread" />
        ) : null}
      </span>
      <span className="truncate font-bold text-sm">Page {number}</span>
    </button>
  );
}
