'use client';

import { History, PencilLine, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import { IconButton } from '@/components/ui/icon-button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { StoryView } from '@/lib/story/views';
import { PageEditor } from './page-editor';
import { PageStrip } from './page-strip';
import { StoryHistory } from './story-history';

type MendingPanelProps = {
  story: StoryView;
  /** The page that is mended. */
  sceneId: string;
  onSceneChange: (sceneId: string) => void;
  /** Whether somebody has just opened it. */
  takesFocus: boolean;
  onClose: () => void;
};

/** The mending table: the pages of a story, each with its words, picture, voice and place, and what was changed before. */
export function MendingPanel({ story, sceneId, onSceneChange, takesFocus, onClose }: MendingPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const index = Math.max(
    0,
    story.scenes.findIndex(({ id }) => id === sceneId),
  );
  const scene = story.scenes[index];

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);

  return (
    <Card
      role="region"
      aria-labelledby="mending-title"
      data-own-keys
      className="animate-rise space-y-5 p-4 sm:p-6"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 ref={heading} id="mending-title" tabIndex={-1} className="font-semibold text-2xl outline-none">
          Mend this story
        </h2>
        <IconButton label="Close the mending table" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      <Tabs defaultValue="pages">
        <TabsList aria-label="Mend or look back">
          <TabsTrigger value="pages">
            <PencilLine aria-hidden />
            Pages
          </TabsTrigger>
          <TabsTrigger value="history">
            <History aria-hidden />
            History
          </TabsTrigger>
        </TabsList>
        <TabsContent value="pages" className="space-y-6">
          <PageStrip scenes={story.scenes} chosenId={scene?.id ?? ''} onChoose={onSceneChange} />
          {scene ? (
            <PageEditor
              key={scene.id}
              story={story}
              scene={scene}
              index={index}
              onSceneChange={onSceneChange}
            />
          ) : null}
        </TabsContent>
        <TabsContent value="history">
          <StoryHistory story={story} />
        </TabsContent>
      </Tabs>
    </Card>
  );
}
