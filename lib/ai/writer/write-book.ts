import type { StoryDraft } from '../../story/schema.ts';
import { buildDraftPrompt, DRAFT_INSTRUCTIONS } from '../prompts/draft-prompt.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { buildDraft } from './build-draft.ts';
import { WORDS_OF_PAGE } from './estimate-writing.ts';
import { bookSchema, type Outline, type Page } from './writer-schemas.ts';

/** Tells all pages of a plan in one answer. @throws AppError as `askWriter` */
export async function writeBook(writer: Writer, outline: Outline): Promise<StoryDraft> {
  const { brief } = writer;
  const { scenes } = await askWriter(writer, {
    step: 'draft',
    instructions: DRAFT_INSTRUCTIONS,
    prompt: buildDraftPrompt(brief, outline),
    schema: bookSchema,
    name: 'picture_book',
    words: planStoryLength(brief).words + brief.sceneCount * WORDS_OF_PAGE,
    check: (book) => [
      ...(book.scenes.length === brief.sceneCount
        ? []
        : [`scenes: there are ${book.scenes.length}, but exactly ${brief.sceneCount} were asked for.`]),
      ...book.scenes.flatMap(findEmptyText),
    ],
  });
  return buildDraft(brief, outline, scenes);
}

function findEmptyText({ text }: Pick<Page, 'text'>, index: number): string[] {
  return text.trim() === '' ? [`scenes.${index}.text: there is nothing to read in it.`] : [];
}
