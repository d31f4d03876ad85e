import { hashSeed } from '../../lib/builtin/random.ts';
import { tellStory } from '../../lib/builtin/storyteller/tell-story.ts';
import { judgeReading } from '../../lib/story/reading/judge-reading.ts';
import { measureReading, type ReadingMeasure } from '../../lib/story/reading/measure-reading.ts';
import { AGE_GROUPS, type AgeGroup, storyBriefSchema } from '../../lib/story/schema.ts';
import { loadWishes, type Split } from '../safety/load-sets.ts';

type Told = { prompt: string; measure: ReadingMeasure; verdict: ReturnType<typeof judgeReading> };

/**
 * Prints how many stories of the built-in writer are in the reading band of their readers: every wish of a split in each of
 * the three ages, told as the product tells it when nothing else was chosen. With `-- --misses` also what missed of dev;
 * the lines of the test split are never printed. Takes a few seconds: a story is told in milliseconds.
 */
export function reportReadingBand(splits: readonly Split[]): void {
  console.log('\nbuilt-in writer: stories in the reading band');
  for (const split of splits) {
    for (const age of AGE_GROUPS) {
      const told = loadWishes(split).map(({ text }) => tell(text, age));
      const missed = told.filter(({ verdict }) => verdict !== 'in_band');
      const right = told.length - missed.length;
      const share = ((right / told.length) * 100).toFixed(1);
      console.log(
        `  ${split.padEnd(5)}${age.padEnd(5)}${right} of ${told.length} (${share} %), median ${middle(told, age)}`,
      );
      if (split !== 'dev' || !process.argv.includes('--misses')) continue;
      for (const { prompt, verdict, measure } of missed) {
        console.log(`    ${verdict}: ${prompt}  ${JSON.stringify(measure)}`);
      }
    }
  }
}

function tell(prompt: string, ageGroup: AgeGroup): Told {
  const brief = storyBriefSchema.parse({ prompt, ageGroup });
  const { scenes, characters } = tellStory({ ...brief, seed: hashSeed(prompt) & 0x7fffffff });
  const text = scenes.map((scene) => scene.text).join('\n\n');
  const measure = measureReading(
    text,
    ageGroup,
    characters.map((one) => one.name),
  );
  return { prompt, measure, verdict: judgeReading(measure, ageGroup) };
}

function middle(told: readonly Told[], age: AgeGroup): string {
  const median = (read: (measure: ReadingMeasure) => number) =>
    told.map(({ measure }) => read(measure)).toSorted((a, b) => a - b)[Math.floor(told.length / 2)] ?? 0;
  const formula =
    age === '9-12'
      ? `Dale–Chall ${median((m) => m.daleChall ?? 0)}`
      : `Spache ${median((m) => m.spache ?? 0)}`;
  const words = `${median((m) => m.meanSentenceLength)} words a sentence`;
  const outside = `${(median((m) => m.shareOutsideAgeList) * 100).toFixed(1)} % new words`;
  return `grade ${median((m) => m.grade)}, ${formula}, ${words}, ${outside}`;
}
