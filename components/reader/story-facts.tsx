import { BookOpen, Clapperboard, Users } from 'lucide-react';
import { LocalTime } from '@/components/local-time';
import { ageGroupLabel } from '@/components/story/story-choices';
import { Badge } from '@/components/ui/badge';
import type { StoryView } from '@/lib/story/views';
import { formatDuration } from './format-duration';

export function StoryFacts({ story }: { story: StoryView }) {
  const pageCount = story.scenes.length;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge variant="accent">
        <Users aria-hidden />
        {ageGroupLabel(story.age_group)}
      </Badge>
      {pageCount > 0 ? (
        <Badge>
          <BookOpen aria-hidden />
          {pageCount === 1 ? '1 page' : `${pageCount} pages`}
          {story.reading ? `, ${story.reading.words} words` : null}
        </Badge>
      ) : null}
      {story.film ? (
        <Badge>
          <Clapperboard aria-hidden />
          <span className="sr-only">Film of </span>
          {formatDuration(story.film.duration_ms)}
        </Badge>
      ) : null}
      <LocalTime dayOnly iso={story.created_at} className="text-muted-foreground text-sm" />
    </div>
  );
}
