import { StoryPicture } from '@/components/reader/story-picture';
import { Skeleton } from '@/components/ui/skeleton';
import type { JobView, SceneView, StoryView } from '@/lib/story/views';

type GrowingStoryProps = { job: JobView; story: StoryView | undefined; isRunning: boolean };

/** The pages as they come: first empty, then with words, then each picture as it is painted. */
export function GrowingStory({ job, story, isRunning }: GrowingStoryProps) {
  const scenes = story?.scenes ?? [];
  if (scenes.length === 0 && !isRunning) return null;
  const pages: (SceneView | null)[] =
    scenes.length > 0 ? scenes : Array.from({ length: job.num_scenes }, () => null);
  return (
    <section aria-label="The pages so far">
      <h2 className="sr-only">The pages so far</h2>
      <ol className="space-y-8">
        {pages.map((scene, index) => (
          // A page keeps its place from the first empty frame to the last picture.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the page's identity here
          <li key={index} className="grid items-center gap-5 sm:grid-cols-2 sm:gap-8">
            {scene && story ? (
              <>
                <StoryPicture scene={scene} aspectRatio={story.aspect_ratio} isComing={isRunning} />
                <p data-testid="growing-text" className="story-text animate-rise whitespace-pre-line">
                  {scene.text}
                </p>
              </>
            ) : (
              <>
                <Skeleton className="aspect-video rounded-xl" />
                <div className="space-y-3">
                  <Skeleton className="h-5 w-11/12" />
                  <Skeleton className="h-5 w-full" />
                  <Skeleton className="h-5 w-3/4" />
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
