import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';
import type { SampleStory } from '@/lib/sample/sample-story';
import { pictureAtWidth } from '@/lib/story/picture-widths';

/**
 * A finished story that opens at once, for whoever wants to see before they ask. While it is being made, a line says so;
 * nothing where there is none.
 */
export function SampleCard({ sample }: { sample: SampleStory }) {
  if (sample.state === 'none') return null;
  if (sample.state === 'making') {
    return (
      <p className="rounded-xl bg-muted px-5 py-4 text-center text-muted-foreground">
        A sample story is being woven for this shelf. Look again in a few minutes.
      </p>
    );
  }
  return (
    <section
      aria-labelledby="sample-title"
      className="flex items-center gap-4 rounded-xl border bg-card p-3 shadow-page sm:gap-6 sm:p-4"
    >
      {sample.coverUrl ? (
        // biome-ignore lint/performance/noImgElement: served at this width by our own route
        <img
          src={pictureAtWidth(sample.coverUrl, 320)}
          alt=""
          width={320}
          height={180}
          loading="lazy"
          decoding="async"
          className="aspect-4/3 w-28 shrink-0 rounded-lg object-cover shadow-cover sm:aspect-video sm:w-48"
        />
      ) : null}
      <div className="min-w-0 flex-1">
        <p className="text-muted-foreground text-sm">Made by Storyloom, ready to read</p>
        <h2 id="sample-title" className="break-words font-semibold text-xl sm:text-2xl">
          {sample.title}
        </h2>
        <Link
          href={`/s/${sample.shareId}`}
          prefetch={false}
          className={buttonVariants({ variant: 'secondary', className: 'mt-2.5' })}
        >
          <BookOpen aria-hidden />
          Open a sample
        </Link>
      </div>
    </section>
  );
}
