import { Captions, Clapperboard, FileArchive, Headphones, Image, Video } from 'lucide-react';
import { buttonVariants } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { StoryView } from '@/lib/story/views';

/** Links to keep the film, its captions, the whole story's sound, pictures and clips, or all of them at once. */
export function StoryDownloads({ story }: { story: StoryView }) {
  const name = fileNameOf(story.title);
  if (!story.film && !story.audio && story.images.length === 0 && story.videos.length === 0) return null;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="font-semibold text-2xl">
        Save a copy
      </h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {story.film ? (
          <>
            <Download href={story.film.video_url} fileName={`${name}.mp4`}>
              <Clapperboard aria-hidden />
              Film ({(story.film.bytes / 1_000_000).toFixed(1)} MB)
            </Download>
            <Download href={story.film.captions_url} fileName={`${name}.vtt`}>
              <Captions aria-hidden />
              Captions
            </Download>
          </>
        ) : null}
        {story.audio ? (
          <Download href={story.audio.audio_url} fileName={`${name}.m4a`}>
            <Headphones aria-hidden />
            Listen ({(story.audio.bytes / 1_000_000).toFixed(1)} MB)
          </Download>
        ) : null}
        {story.images.map((image) => (
          <Download key={image.id} href={image.image_url} fileName={`${name}-${image.display_order + 1}.png`}>
            <Image aria-hidden />
            Picture {image.display_order + 1}
          </Download>
        ))}
        {story.videos.map((clip) => (
          <Download key={clip.id} href={clip.video_url} fileName={`${name}-${clip.display_order + 1}.mp4`}>
            <Video aria-hidden />
            Clip {clip.display_order + 1}
          </Download>
        ))}
        <Download href={`/api/v1/stories/${story.id}/download`} fileName={`${name}.zip`}>
          <FileArchive aria-hidden />
          Everything (ZIP)
        </Download>
      </ul>
    </section>
  );
}

function Download({
  href,
  fileName,
  children,
}: {
  href: string;
  fileName: string;
  children: React.ReactNode;
}) {
  return (
    <li>
      <a href={href} download={fileName} className={cn(buttonVariants({ variant: 'secondary', size: 'sm' }))}>
        {children}
      </a>
    </li>
  );
}

const fileNameOf = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'story';
