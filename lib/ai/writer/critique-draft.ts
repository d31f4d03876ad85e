import type { StoryDraft } from '../../story/schema.ts';
import { buildCritiquePrompt, CRITIQUE_INSTRUCTIONS } from '../prompts/critique-prompt.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { WORDS_OF_CRITIQUE } from './estimate-writing.ts';
import { measureDraft } from './measure-draft.ts';
import { type Critique, critiqueSchema } from './writer-schemas.ts';

/** Has an editor read a draft. What it says is for the writer alone. @throws AppError as `askWriter` */
export function critiqueDraft(writer: Writer, draft: StoryDraft): Promise<Critique> {
  return askWriter(writer, {
    step: 'critique',
    instructions: CRITIQUE_INSTRUCTIONS,
    prompt: buildCritiquePrompt(writer.brief, draft, measureDraft(writer.brief, draft)),
    schema: critiqueSchema,
    name: 'critique',
    words: WORDS_OF_CRITIQUE,
  });
}
