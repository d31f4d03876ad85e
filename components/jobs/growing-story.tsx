import { Clapperboard } from 'lucide-react';
import type { CSSProperties } from 'react';
import { StoryPicture } from '@/components/reader/story-picture';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { AspectRatio } from '@/lib/story/nouns';
import type { JobView, SceneView, StoryView } from '@/lib/story/views';
import { HearPage } from './hear-page';
import styles from './making.module.css';

type GrowingStoryProps = { job: JobView; story: StoryView | undefined; isRunning: boolean };

/** A wide picture gets more room than the words beside it, a tall one less. */
const COLUMNS: Record<AspectRatio, string> = {
  '16:9': 'lg:grid-cols-[3fr_2fr]',
  '4:3': 'lg:grid-cols-2',
  '1:1': 'lg:grid-cols-2',
  '9:16': 'lg:grid-cols-[2fr_3fr]',
};
/** Pages come one after the other, also where all of them are there at once. */
const PAGE_DELAY_MS = 140;

/** The book as it grows: empty cloth, then words, then each picture as it is painted, then a voice that can be heard at once. */
export function GrowingStory({ job, story, isRunning }: GrowingStoryProps) {
  const scenes = story?.scenes ?? [];
  if (scenes.length === 0 && !isRunning) return null;
  const pages: (SceneView | null)[] =
    scenes.length > 0 ? scenes : Array.from({ length: job.num_scenes }, () => null);
  const hasPictures = job.parts.includes('pictures') || scenes.some((scene) => scene.image_url);
  return (
    <section aria-label="The pages so far">
      <h2 className="sr-only">The pages so far</h2>
      <ol className="space-y-7 sm:space-y-9">
        {pages.map((scene, index) => (
          <li
            // A page keeps its place from the first empty frame to the last picture.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the page's identity here
            key={index}
            className={cn(
              'book-page relative grid items-center gap-5 p-4 sm:gap-7 sm:p-6',
              hasPictures && COLUMNS[story?.aspect_ratio ?? '16:9'],
            )}
          >
            {hasPictures ? (
              <div
                className={cn('rounded-xl', isRunning && !scene?.image_url && styles.cloth)}
                style={{ '--wait': `${index * -700}ms` } as CSSProperties}
              >
                {scene && story ? (
                  <StoryPicture
                    scene={scene}
                    aspectRatio={story.aspect_ratio}
                    isComing={isRunning}
                    loading={index < 2 || isRunning ? 'now' : 'near'}
                    className={isRunning && !scene.image_url ? 'bg-transparent' : undefined}
                  />
                ) : (
                  <div className="aspect-video" />
                )}
              </div>
            ) : null}
            {scene ? (
              <div
                className="min-w-0 max-w-prose animate-rise space-y-4"
                style={{ animationDelay: `${index * PAGE_DELAY_MS}ms` }}
              >
                {scene.title ? <h3 className="font-semibold text-2xl">{scene.title}</h3> : null}
                <p
                  data-testid="growing-text"
                  dir="auto"
                  className="story-text whitespace-pre-line [overflow-wrap:anywhere]"
                >
                  {scene.text}
                </p>
                {scene.audio_url ? <HearPage audioUrl={scene.audio_url} page={index + 1} /> : null}
              </div>
            ) : (
              <UntoldWords />
            )}
          </li>
        ))}
      </ol>
      {isRunning && job.kind === 'story' && job.parts.includes('film') ? <ComingFilm job={job} /> : null}
    </section>
  );
}

function UntoldWords() {
  return (
    <div className="space-y-3">
      <Skeleton className="h-5 w-11/12" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-3/4" />
    </div>
  );
}

/** The last thing to come, in the place where it will be. */
function ComingFilm({ job }: { job: JobView }) {
  const isBegun = job.stage === 'filming';
  return (
    <div className="mt-9 flex items-center gap-4 rounded-2xl border-2 border-dashed p-5 text-muted-foreground sm:p-6">
      <Clapperboard
        aria-hidden
        className={cn('size-8 shrink-0', isBegun && 'animate-breathe text-thread-strong')}
      />
      <p>
        {isBegun
          ? 'The film is being put together from pictures, voice and music.'
          : 'The film comes last, of everything above.'}
      </p>
    </div>
  );
}
