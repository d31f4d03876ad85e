import { listWords } from '../../story/reading/split-text.ts';
import { buildChapterPrompt, CHAPTER_INSTRUCTIONS } from '../prompts/chapter-prompt.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { WORDS_OF_PAGE, WORDS_OF_SUMMARY } from './estimate-writing.ts';
import { type Chapter, chapterSchema, type Outline } from './writer-schemas.ts';

/**
 * Tells the next page of a long story. How long it is to be depends on what the pages before it left over, so that a story
 * comes to its length although single pages do not.
 * @param told the pages before it @throws AppError as `askWriter`
 */
export async function writeChapter(
  writer: Writer,
  outline: Outline,
  told: readonly Chapter[],
): Promise<Chapter> {
  const { brief } = writer;
  const page = told.length;
  const before = told.at(-1);
  const words = shareOfPage(writer, told);
  return askWriter(writer, {
    step: `chapter:${page + 1}`,
    instructions: CHAPTER_INSTRUCTIONS,
    prompt: buildChapterPrompt(
      brief,
      outline,
      page,
      words,
      before && { soFar: before.soFar, lastParagraph: lastParagraphOf(before.text) },
    ),
    schema: chapterSchema,
    name: 'chapter',
    words: words + WORDS_OF_PAGE + WORDS_OF_SUMMARY,
    check: ({ text }) => (text.trim() === '' ? ['text: there is nothing to read in it.'] : []),
  });
}

/** A page makes up for those before it, but no page becomes half or twice what it was meant to be. */
function shareOfPage({ brief }: Writer, told: readonly Chapter[]): number {
  const { words, wordsPerScene } = planStoryLength(brief);
  const spent = told.reduce((sum, { text }) => sum + listWords(text).length, 0);
  const share = (words - spent) / Math.max(1, brief.sceneCount - told.length);
  return Math.round(Math.min(wordsPerScene * 1.6, Math.max(wordsPerScene * 0.6, share)));
}

const LONGEST_PARAGRAPH = 1_200;

function lastParagraphOf(text: string): string {
  const last =
    text
      .trim()
      .split(/\n{2,}/)
      .at(-1) ?? '';
  return last.slice(-LONGEST_PARAGRAPH).toWellFormed();
}
