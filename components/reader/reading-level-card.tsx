import { Card } from '@/components/ui/card';
import type { AgeGroup } from '@/lib/story/schema';
import type { StoryView } from '@/lib/story/views';
import { describeReading } from './describe-reading';

type ReadingLevelCardProps = { reading: StoryView['reading']; ageGroup: AgeGroup };

/** For grown-ups: how hard the story is to read, and which of its words are explained. */
export function ReadingLevelCard({ reading, ageGroup }: ReadingLevelCardProps) {
  if (!reading) return null;
  const { verdict, figures } = describeReading(reading, ageGroup);
  const explained = reading.hard_words.map(({ word }) => word);
  return (
    <section aria-labelledby="reading-level">
      <h2 id="reading-level" className="font-semibold text-2xl">
        Reading level
      </h2>
      <Card className="mt-4 space-y-5 p-5 sm:p-6">
        {verdict ? <p className="max-w-prose text-lg">{verdict}</p> : null}
        <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {figures.map(({ name, value, note }) => (
            <div key={name}>
              <dt className="text-muted-foreground text-sm">{name}</dt>
              <dd>
                <p className="font-semibold font-title text-xl">{value}</p>
                <p className="text-muted-foreground text-sm leading-snug">{note}</p>
              </dd>
            </div>
          ))}
        </dl>
        {explained.length > 0 ? (
          <p className="max-w-prose text-muted-foreground text-sm">
            Explained in the story when you press them: {explained.join(', ')}.
          </p>
        ) : null}
      </Card>
    </section>
  );
}
