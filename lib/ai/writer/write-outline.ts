import { buildOutlinePrompt, OUTLINE_INSTRUCTIONS } from '../prompts/outline-prompt.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { wordsOfOutline } from './estimate-writing.ts';
import { keepSheets } from './keep-sheets.ts';
import { type Outline, outlineSchema, toSheet } from './writer-schemas.ts';

/** Plans a story: its pages, and everybody's sheet, settled for good. @throws AppError as `askWriter` */
export async function writeOutline(writer: Writer): Promise<Outline> {
  const { brief } = writer;
  const outline = await askWriter(writer, {
    step: 'outline',
    instructions: OUTLINE_INSTRUCTIONS,
    prompt: buildOutlinePrompt(brief),
    schema: outlineSchema,
    name: 'outline',
    words: wordsOfOutline(brief),
    check: ({ pages }) =>
      pages.length === brief.sceneCount
        ? []
        : [`pages: there are ${pages.length} pages, but exactly ${brief.sceneCount} were asked for.`],
  });
  const { characters } = keepSheets(outline.characters.map(toSheet), brief.sheets);
  return {
    ...outline,
    title: brief.title ?? outline.title,
    characters: characters.map((sheet) => ({ ...sheet, palette: sheet.palette ?? [] })),
  };
}
