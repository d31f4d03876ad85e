'use client';

import { useQuery } from '@tanstack/react-query';
import { BookOpen, Clapperboard } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { storyQueryOptions } from '@/lib/client/query-options';
import type { SceneView, StoryView } from '@/lib/story/views';
import { Book } from './book';
import { EarlierStoryLink } from './earlier-story-link';
import { FilmPlayer } from './film-player';
import { MadeBy } from './made-by';
import { ReadingLevelCard } from './reading-level-card';
import { SequelButton } from './sequel-button';
import { StoryActions } from './story-actions';
import { StoryCast } from './story-cast';
import { StoryFacts } from './story-facts';
import { TalkLink } from './talk-link';
import { usePageTurning } from './use-page-turning';

const POLL_WHILE_MAKING_MS = 2_500;

/** A story to read, hear and watch. Everything that is still being made appears by itself. */
export function StoryReader({ storyId }: { storyId: string }) {
  const { data: story, error } = useQuery({
    ...storyQueryOptions(storyId),
    refetchInterval: (query) => (query.state.data?.status === 'making' ? POLL_WHILE_MAKING_MS : false),
  });
  if (!story) {
    return error ? (
      <Alert variant="destructive">{errorSentence(error)}</Alert>
    ) : (
      <Skeleton className="h-96 rounded-xl" />
    );
  }
  return (
    <article className="space-y-8">
      <header className="space-y-4">
        <h1 className="font-semibold text-4xl leading-tight sm:text-5xl">{story.title || 'A new story'}</h1>
        <StoryFacts story={story} />
        <TalkLink sessionId={story.session_id} />
        <EarlierStoryLink earlier={story.sequel_of} />
        {story.status === 'making' && story.job_id ? (
          <Alert>
            <p>
              This story is still on the loom.{' '}
              <Link className="font-bold underline underline-offset-4" href={`/jobs/${story.job_id}`}>
                Watch it being made
              </Link>
            </p>
          </Alert>
        ) : null}
      </header>
      {hasScenes(story) ? <ReadOrWatch story={story} /> : <NoPages />}
      {story.status === 'ready' ? <SequelButton story={story} /> : null}
      <footer className="space-y-8 pt-2">
        <div className="stitch" />
        <StoryCast characters={story.characters} />
        <ReadingLevelCard reading={story.reading} ageGroup={story.age_group} />
        <StoryActions story={story} />
        <MadeBy models={story.models} />
      </footer>
    </article>
  );
}

function ReadOrWatch({ story }: { story: ReadableStory }) {
  const [tab, setTab] = useState('book');
  const turning = usePageTurning(story.scenes.length, tab === 'book');
  if (!story.film) return <Book story={story} turning={turning} />;
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
      <TabsContent value="book">
        <Book story={story} turning={turning} />
      </TabsContent>
      <TabsContent value="film">
        <FilmPlayer film={story.film} title={story.title} />
      </TabsContent>
    </Tabs>
  );
}

function NoPages() {
  return <Alert>There are no pages yet.</Alert>;
}

type ReadableStory = StoryView & { scenes: [SceneView, ...SceneView[]] };

function hasScenes(story: StoryView): story is ReadableStory {
  return story.scenes.length > 0;
}
