import type { StoryTopic } from '../story/schema.ts';
import { TOPIC_WORDS } from './story-topic-words.ts';

type Pattern = { says: RegExp; harmless: RegExp };
const compiled = new Map<StoryTopic, Pattern>();

/** Built when it is first asked for: most households leave nothing out. */
function patternOf(topic: StoryTopic): Pattern {
  let pattern = compiled.get(topic);
  if (!pattern) {
    const { says, harmless } = TOPIC_WORDS[topic];
    const whole = (pieces: readonly string[], flags: string) =>
      new RegExp(`(?<![a-z])(?:${pieces.join('|')})(?![a-z])`, flags);
    pattern = { says: whole(says, ''), harmless: whole(harmless, 'g') };
    compiled.set(topic, pattern);
  }
  return pattern;
}

/**
 * The first of the subjects that a household leaves out which a text is about. It goes by the words: a story is about ghosts
 * as soon as one is named, but a pale face is none.
 * @param reading folded text (lib/safety/fold-text.ts)
 */
export function findAvoidedTopic(reading: string, avoid: readonly StoryTopic[]): StoryTopic | undefined {
  return avoid.find((topic) => {
    const { says, harmless } = patternOf(topic);
    // Mostly nothing is said, and then there is nothing to take out.
    return says.test(reading) && says.test(reading.replace(harmless, ' _ '));
  });
}
