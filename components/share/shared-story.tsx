'use client';

import Link from 'next/link';
import { Book } from '@/components/reader/book';
import type { BookOpening } from '@/components/reader/book-opening';
import { hasPages } from '@/components/reader/book-story';
import { buttonVariants } from '@/components/ui/button';
import type { PublicStory } from '@/lib/share/public-story';
import type { SceneView } from '@/lib/story/views';

/** A story somebody was sent the link of: the book and the film, and nothing of whose it is. */
export function SharedStory({ story, opening }: { story: PublicStory; opening: BookOpening }) {
  return (
    <article className="space-y-8">
      <header className="space-y-3" lang={story.language}>
        <h1 className="font-semibold text-4xl leading-tight sm:text-5xl">{story.title}</h1>
        <p className="text-muted-foreground" lang="en">
          A story for ages {story.age_group}, shared with you
        </p>
      </header>
      {hasPages(story) ? <Book story={story} opening={opening} /> : null}
      <noscript>
        <RestOfTheStory scenes={story.scenes.slice(1)} language={story.language} />
      </noscript>
      <footer className="grid justify-items-center gap-4 pt-4 text-center">
        <div className="stitch w-full" />
        <p className="text-lg text-muted-foreground">Say what a story is about, and Storyloom tells it.</p>
        <Link href="/" className={buttonVariants({ variant: 'outline' })}>
          Make a story of your own
        </Link>
      </footer>
    </article>
  );
}

/** Where nothing can be turned: the pages one below the other. */
function RestOfTheStory({ scenes, language }: { scenes: SceneView[]; language: string }) {
  return (
    <div className="story-text mx-auto grid max-w-3xl gap-10" lang={language}>
      {scenes.map((scene) => (
        <section key={scene.id} className="space-y-4">
          {scene.image_url ? (
            // biome-ignore lint/performance/noImgElement: our own media route, already the right size
            <img
              src={scene.image_url}
              alt={scene.scene_description}
              width={scene.image_width ?? undefined}
              height={scene.image_height ?? undefined}
              loading="lazy"
              className="h-auto w-full rounded-xl"
            />
          ) : null}
          <p className="whitespace-pre-line">{scene.text}</p>
        </section>
      ))}
    </div>
  );
}
