'use client';

import { useBrokenPicture } from '@/components/reader/use-broken-picture';
import { cn } from '@/components/ui/cn';
import { pictureAtWidth } from '@/lib/story/picture-widths';

type BookCoverProps = {
  url: string | null;
  title: string;
  language: string;
  /** Among the first that are seen: fetched at once. */
  isFirst: boolean;
  isMaking: boolean;
};

/** Cloth for books without a picture: one of a few dyes, the same for a title every time. */
const CLOTHS = [
  'bg-secondary text-secondary-foreground',
  'bg-accent text-accent-foreground',
  'bg-glow text-foreground',
  'bg-muted text-foreground',
];

/** The front of a book: its first picture, or its title on cloth. */
export function BookCover({ url, title, language, isFirst, isMaking }: BookCoverProps) {
  const { isBroken, ...watching } = useBrokenPicture(url);
  if (url !== null && !isBroken) {
    const small = pictureAtWidth(url, 320);
    return (
      // biome-ignore lint/performance/noImgElement: our own media route has the widths; next/image refuses private addresses
      <img
        {...watching}
        src={small}
        srcSet={`${small} 320w, ${pictureAtWidth(url, 640)} 640w`}
        sizes="(min-width: 64rem) 16rem, (min-width: 40rem) calc(33vw - 2rem), calc(50vw - 1.5rem)"
        alt=""
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        className={cn('size-full object-cover', isMaking && 'animate-picture-in')}
      />
    );
  }
  return (
    <div
      aria-hidden
      className={cn(
        // Clear of the heart above and the label below.
        'woven grid size-full place-items-center px-4 pt-11 pb-9 pl-7 text-center sm:px-8',
        CLOTHS[title.length % CLOTHS.length],
        isMaking && 'motion-safe:animate-breathe',
      )}
    >
      <span
        lang={language}
        dir="auto"
        className="line-clamp-2 font-semibold font-title text-sm leading-snug [overflow-wrap:anywhere] sm:line-clamp-3 sm:text-lg"
      >
        {title}
      </span>
    </div>
  );
}
