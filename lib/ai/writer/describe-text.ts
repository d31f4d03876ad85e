import type { GivenText } from '../../builtin/segmenter/split-into-scenes.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { runInWorker } from '../../worker-pool.ts';
import { buildGivenTextPrompt, GIVEN_TEXT_INSTRUCTIONS } from '../prompts/given-text-prompt.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { WORDS_OF_PAGE, WORDS_OF_SHEET } from './estimate-writing.ts';
import { keepSheets } from './keep-sheets.ts';
import { mendDraft } from './mend-draft.ts';
import { describedTextSchema, toSheet } from './writer-schemas.ts';

/** The words stay as they were given; a model says only what is seen in them. @throws AppError as `askWriter` */
export async function describeText(writer: Writer): Promise<StoryDraft> {
  const { brief } = writer;
  const given = await splitText(brief);
  const count = given.scenes.length;
  const described = await askWriter(writer, {
    step: 'draft',
    instructions: GIVEN_TEXT_INSTRUCTIONS,
    prompt: buildGivenTextPrompt(brief, given),
    schema: describedTextSchema,
    name: 'described_text',
    words: count * WORDS_OF_PAGE + 4 * WORDS_OF_SHEET,
    check: ({ scenes }) =>
      scenes.length === count
        ? []
        : [`scenes: ${scenes.length} are described, but there are exactly ${count}.`],
  });
  return joinText(brief, given, {
    ...described,
    characters: described.characters.map(toSheet),
  });
}

export function splitText(brief: StoryBrief): Promise<GivenText> {
  return runInWorker('lib/builtin/segmenter/split-into-scenes.worker.ts', {
    text: brief.sourceText ?? '',
    count: brief.sceneCount,
  });
}

type Described = Omit<StoryDraft, 'scenes'> & { scenes: Omit<StoryDraft['scenes'][number], 'text'>[] };

/** What is seen and the given words as one draft; who is drawn already stays as they are. */
export function joinText(brief: StoryBrief, given: GivenText, described: Described): StoryDraft {
  const outline = described.scenes.map((scene) => scene.summary);
  const { characters, idOf } = keepSheets(described.characters, brief.sheets);
  const draft = {
    ...described,
    characters,
    title: brief.title ?? given.title ?? described.title,
    ...(brief.chapters && { premise: described.moral || (outline[0] ?? described.title), outline }),
    scenes: described.scenes.map((scene, index) => ({
      ...scene,
      characterIds: scene.characterIds.map(idOf),
      text: '',
      ...given.scenes[index],
    })),
  };
  return mendDraft(draft, brief);
}
