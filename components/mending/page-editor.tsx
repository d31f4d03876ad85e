'use client';

import type { SceneView, StoryView } from '@/lib/story/views';
import { PagePictureForm } from './page-picture-form';
import { PagePlace } from './page-place';
import { PageTextForm } from './page-text-form';
import { PageVoiceForm } from './page-voice-form';

export type PageEditorProps = {
  story: StoryView;
  scene: SceneView;
  /** Counted from 0. */
  index: number;
  onSceneChange: (sceneId: string) => void;
};

/** One page on the mending table. */
export function PageEditor({ story, scene, index, onSceneChange }: PageEditorProps) {
  const hasVoice = story.audio !== null || story.scenes.some(({ audio_url }) => audio_url !== null);
  const hasPictures = story.scenes.some(({ image_url }) => image_url !== null);
  return (
    <section aria-label={`Page ${index + 1}`} className="grid gap-8">
      <PageTextForm story={story} scene={scene} number={index + 1} />
      <div className="grid gap-8 lg:grid-cols-2">
        {hasPictures ? <PagePictureForm story={story} scene={scene} number={index + 1} /> : null}
        {hasVoice ? <PageVoiceForm story={story} scene={scene} number={index + 1} /> : null}
      </div>
      <PagePlace story={story} scene={scene} index={index} onSceneChange={onSceneChange} />
    </section>
  );
}
