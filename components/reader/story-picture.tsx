'use client';

import { ImageOff, Paintbrush } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { AspectRatio } from '@/lib/story/schema';
import type { SceneView } from '@/lib/story/views';
import { useBrokenPicture } from './use-broken-picture';

const ASPECT_CLASSES: Record<AspectRatio, string> = {
  '16:9': 'aspect-video',
  '4:3': 'aspect-[4/3]',
  '1:1': 'aspect-square',
  '9:16': 'aspect-[9/16]',
};

type StoryPictureProps = {
  scene: SceneView;
  aspectRatio: AspectRatio;
  /** Whether a missing picture is still being painted. */
  isComing: boolean;
};

/** One picture in a frame of its final shape, so nothing jumps when it fades in. */
export function StoryPicture({ scene, aspectRatio, isComing }: StoryPictureProps) {
  const { isBroken, ...watching } = useBrokenPicture(scene.image_url);
  const isPainting = isComing && !isBroken;
  return (
    <div
      className={cn(
        'relative mx-auto max-w-full overflow-hidden rounded-xl bg-secondary shadow-page',
        // A tall picture is held by its height, the others by their width.
        aspectRatio === '9:16' ? 'h-[min(34rem,70dvh)]' : 'w-full',
        ASPECT_CLASSES[aspectRatio],
      )}
    >
      {scene.image_url && !isBroken ? (
        // biome-ignore lint/performance/noImgElement: our own media route, already the right size; next/image refuses private addresses
        <img
          key={scene.image_url}
          {...watching}
          src={scene.image_url}
          alt={scene.scene_description}
          width={scene.image_width ?? undefined}
          height={scene.image_height ?? undefined}
          className="size-full animate-picture-in object-cover"
        />
      ) : (
        <div
          className={cn(
            'grid size-full place-items-center gap-2 text-muted-foreground',
            isPainting && 'animate-breathe',
          )}
        >
          <div className="grid place-items-center gap-2 text-sm">
            {isPainting ? (
              <Paintbrush aria-hidden className="size-7" />
            ) : (
              <ImageOff aria-hidden className="size-7" />
            )}
            {isPainting ? 'Being painted' : isBroken ? 'The picture could not be shown' : 'No picture'}
          </div>
        </div>
      )}
    </div>
  );
}
