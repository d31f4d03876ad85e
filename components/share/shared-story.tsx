'use client';

import { BookOpen, Clapperboard } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Book } from '@/components/reader/book';
import { FilmPlayer } from '@/components/reader/film-player';
import { usePageTurning } from '@/components/reader/use-page-turning';
import { buttonVariants } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { PublicStory } from '@/lib/share/public-story';
import type { SceneView, StoryView } from '@/lib/story/views';

/** A story somebody was sent the link of: the book and the film, and nothing of whose it is. */
export function SharedStory({ story }: { story: PublicStory }) {
  return (
    <article className="space-y-8">
      <header className="space-y-3" lang={story.language}>
        <h1 className="font-semibold text-4xl leading-tight sm:text-5xl">{story.title}</h1>
        <p className="text-muted-foreground" lang="en">
          A story for ages {story.age_group}, shared with you
        </p>
      </header>
      <ReadOrWatch story={story} />
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

function ReadOrWatch({ story }: { story: PublicStory }) {
  const [tab, setTab] = useState('book');
  const turning = usePageTurning(story.scenes.length, tab === 'book');
  const book = (
    <Book story={story as unknown as StoryView & { scenes: [SceneView, ...SceneView[]] }} turning={turning} />
  );
  if (!story.film) return book;
  return (
    <Tabs value={tab} onValueChange={setTab}>
      <TabsList aria-label="Read or watch">
        <TabsTrigger value="book">
          <BookOpen aria-hidden />
          Book
        </TabsTrigger>
        <TabsTrigger value="film">
          <Clapperboard aria-hidden />
          Film
        </TabsTrigger>
      </TabsList>
      <TabsContent value="book">{book}</TabsContent>
      <TabsContent value="film">
        <FilmPlayer film={story.film} title={story.title} />
      </TabsContent>
    </Tabs>
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
