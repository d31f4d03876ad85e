'use client';

import { Image as ImageIcon, ImageOff, Paintbrush, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { buildPictureSourceSet, pictureAtWidth } from '@/lib/story/picture-widths';
import type { AspectRatio } from '@/lib/story/schema';
import type { SceneView } from '@/lib/story/views';
import { usePictureTries } from './use-picture-tries';

const ASPECT_CLASSES: Record<AspectRatio, string> = {
  '16:9': 'aspect-video',
  '4:3': 'aspect-[4/3]',
  '1:1': 'aspect-square',
  '9:16': 'aspect-[9/16]',
};

export type PictureLoading =
  /** Seen first: asked for before anything else, and shown without a fade. */
  | 'first'
  | 'now'
  /** When it comes near the screen. */
  | 'near';

type StoryPictureProps = {
  scene: SceneView;
  aspectRatio: AspectRatio;
  /** Whether a missing picture is still being painted. */
  isComing: boolean;
  /** How wide it is shown, for the browser's choice of a file; by default half of a wide screen. */
  sizes?: string;
  loading?: PictureLoading;
  /** Of a connection that is slow: the picture is not fetched until somebody presses this. */
  onWish?: (() => void) | undefined;
  onBroken?: (() => void) | undefined;
  className?: string;
};

export const HALF_SIZES = '(min-width: 1152px) 560px, (min-width: 640px) 50vw, 100vw';

/** One picture in a frame of its final shape, so nothing jumps when it fades in. */
export function StoryPicture(props: StoryPictureProps) {
  const { scene, aspectRatio, isComing, sizes = HALF_SIZES, loading = 'now', onWish, onBroken } = props;
  const { isBroken, retry, attempt, watching } = usePictureTries(scene.image_url);
  return (
    <div
      className={cn(
        'story-picture relative mx-auto max-w-full overflow-hidden rounded-xl bg-secondary',
        // A tall picture is held by its height, the others by their width.
        aspectRatio === '9:16' ? 'h-[min(34rem,70dvh)]' : 'w-full',
        ASPECT_CLASSES[aspectRatio],
        props.className,
      )}
    >
      {scene.image_url && onWish ? (
        <InsteadOfPicture icon={<ImageIcon aria-hidden className="size-7" />} text={scene.scene_description}>
          <Button variant="outline" size="sm" onClick={onWish}>
            Show the pictures
          </Button>
        </InsteadOfPicture>
      ) : scene.image_url && !isBroken ? (
        // biome-ignore lint/performance/noImgElement: our own media route has the widths; next/image refuses private addresses
        <img
          key={`${scene.image_url}.${attempt}`}
          {...watching}
          onError={() => {
            watching.onError();
            onBroken?.();
          }}
          sizes={sizes}
          srcSet={buildPictureSourceSet(scene.image_url, scene.image_width)}
          src={pictureAtWidth(scene.image_url, 960)}
          alt={scene.scene_description}
          width={scene.image_width ?? undefined}
          height={scene.image_height ?? undefined}
          loading={loading === 'near' ? 'lazy' : undefined}
          fetchPriority={loading === 'first' ? 'high' : undefined}
          decoding={loading === 'first' ? 'sync' : 'async'}
          className={cn('size-full object-cover', loading !== 'first' && 'animate-picture-in')}
        />
      ) : isBroken ? (
        <InsteadOfPicture
          icon={<ImageOff aria-hidden className="size-7" />}
          title="The picture could not be shown"
          text={scene.scene_description}
        >
          <Button variant="outline" size="sm" onClick={retry}>
            <RotateCw aria-hidden />
            Try again
          </Button>
        </InsteadOfPicture>
      ) : (
        <div
          className={cn(
            'grid size-full place-items-center text-muted-foreground text-sm',
            isComing && 'animate-breathe',
          )}
        >
          <div className="grid place-items-center gap-2">
            {isComing ? (
              <Paintbrush aria-hidden className="size-7" />
            ) : (
              <ImageOff aria-hidden className="size-7" />
            )}
            {isComing ? 'Being painted' : 'No picture'}
          </div>
        </div>
      )}
    </div>
  );
}

type InsteadOfPictureProps = { icon: ReactNode; title?: string; text: string; children: ReactNode };

/** What is on the picture, in words, for whoever cannot see it. */
function InsteadOfPicture({ icon, title, text, children }: InsteadOfPictureProps) {
  return (
    <div className="flex size-full flex-col items-center justify-center gap-2 overflow-y-auto p-4 text-center text-secondary-foreground">
      {icon}
      {title ? <p className="font-bold">{title}</p> : null}
      <p className="line-clamp-3 max-w-prose text-balance leading-snug">{text}</p>
      {children}
    </div>
  );
}
