import { tool, zodSchema } from 'ai';
import type { z } from 'zod';
import type { DossierFindings } from '../dossier/schema.ts';
import { guardTexts } from './guard-texts.ts';
import type { JudgeWords } from './moderation-stream.ts';
import { proposeStorySchema, type StartedStory, startStorySchema, updateDossierSchema } from './schema.ts';

/** Made once: a schema is written out as JSON for every call of a model, which takes milliseconds. */
const inputs = {
  updateDossier: zodSchema(updateDossierSchema),
  proposeStory: zodSchema(proposeStorySchema),
  startStory: zodSchema(startStorySchema),
};

export type ChatToolActions = {
  /** Has a model's words judged before anything is done with them; absent: our own rules alone do that. */
  judge?: JudgeWords | undefined;
  updateDossier: (findings: DossierFindings) => Promise<{ version: number; changes: string[] }>;
  /** Absent where no story can be begun. */
  startStory?: (options: z.infer<typeof startStorySchema>) => Promise<StartedStory>;
};

/** What the chat model may do. Its inputs are a model's words: they pass the guard before anything is done with them. */
export function buildChatTools({ updateDossier, startStory, judge }: ChatToolActions) {
  const look = async <Input>(input: Input): Promise<Input> => {
    const guarded = guardTexts(input);
    await judge?.(JSON.stringify(guarded), 'left_out');
    return guarded;
  };
  return {
    updateDossier: tool({
      description: 'Corrects or completes the notes about the story. Only what is new or different.',
      inputSchema: inputs.updateDossier,
      execute: async (findings) => updateDossier(await look(findings)),
    }),
    proposeStory: tool({
      description: 'Shows the person a story to say yes to.',
      inputSchema: inputs.proposeStory,
      execute: async (proposal) => {
        await look(proposal);
        return { shown: true as const };
      },
    }),
    ...(startStory
      ? {
          startStory: tool({
            description: 'Begins to make the story. Only after the person said yes.',
            inputSchema: inputs.startStory,
            execute: async (options) => startStory(await look(options)),
          }),
        }
      : {}),
  };
}
