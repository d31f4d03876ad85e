import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tellStory } from '../../builtin/storyteller/tell-story.ts';
import { AGE_GROUPS, storyBriefSchema } from '../../story/schema.ts';
import { checkText } from '../check-text.ts';

const WISHES = ['dev', 'test'].flatMap((split) =>
  readFileSync(path.join(process.cwd(), `tests/safety/sets/stories.${split}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): string => JSON.parse(line).text),
);

test.each(AGE_GROUPS)('what the built-in writer tells for %s is never stopped', (ageGroup) => {
  const stopped = WISHES.filter((_, at) => at % 3 === AGE_GROUPS.indexOf(ageGroup)).filter((prompt, seed) => {
    const { title, scenes } = tellStory({ ...storyBriefSchema.parse({ prompt, ageGroup }), seed });
    const story = scenes.map((scene) => scene.text).join('\n');
    return (
      !checkText(story, { place: 'story', ageGroup }).allowed ||
      [title, ...scenes.map((scene) => scene.text)].some(
        (text) => !checkText(text, { place: 'page', ageGroup }).allowed,
      )
    );
  });
  expect(stopped.length).toBe(0);
});
