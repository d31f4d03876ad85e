import type { ReadingColumn } from '../rows';
import type { StoryBrief } from '../schema';
import { explainWords } from './explain-words';
import { judgeReading } from './judge-reading';
import { measureReading } from './measure-reading';

/**
 * What is kept of a finished text about its reading. A given text and one for grown readers have no band: nobody chose their
 * words for an age. Its hard words are explained all the same, unless the readers are grown.
 */
export async function measureStory(
  draft: { scenes: readonly { text: string }[]; characters: readonly { name: string }[] },
  brief: Pick<StoryBrief, 'ageGroup' | 'audience' | 'sourceText'>,
): Promise<ReadingColumn> {
  const text = draft.scenes.map((scene) => scene.text).join('\n\n');
  const cast = draft.characters.map((character) => character.name);
  const measure = measureReading(text, brief.ageGroup, cast);
  const isForGrownReaders = brief.audience !== undefined && brief.audience !== 'children';
  const hardWords = isForGrownReaders ? [] : await explainWords(text, brief.ageGroup, cast);
  if (isForGrownReaders || brief.sourceText !== undefined) return { ...measure, hardWords };
  return { ...measure, band: judgeReading(measure, brief.ageGroup), hardWords };
}
