import { tool, zodSchema } from 'ai';
import type { z } from 'zod';
import type { DossierFindings } from '../dossier/schema.ts';
import { guardTexts } from './guard-texts.ts';
import { proposeStorySchema, type StartedStory, startStorySchema, updateDossierSchema } from './schema.ts';

/** Made once: a schema is written out as JSON for every call of a model, which takes milliseconds. */
const inputs = {
  updateDossier: zodSchema(updateDossierSchema),
  proposeStory: zodSchema(proposeStorySchema),
  startStory: zodSchema(startStorySchema),
};

export type ChatToolActions = {
  updateDossier: (findings: DossierFindings) => Promise<{ version: number; changes: string[] }>;
  /** Absent where no story can be begun. */
  startStory?: (options: z.infer<typeof startStorySchema>) => Promise<StartedStory>;
};

/** What the chat model may do. Its inputs are a model's words: they pass the guard before anything is done with them. */
export function buildChatTools({ updateDossier, startStory }: ChatToolActions) {
  return {
    updateDossier: tool({
      description: 'Corrects or completes the notes about the story. Only what is new or different.',
      inputSchema: inputs.updateDossier,
      execute: (findings) => updateDossier(guardTexts(findings)),
    }),
    proposeStory: tool({
      description: 'Shows the person a story to say yes to.',
      inputSchema: inputs.proposeStory,
      execute: (proposal) => {
        guardTexts(proposal);
        return { shown: true as const };
      },
    }),
    ...(startStory
      ? {
          startStory: tool({
            description: 'Begins to make the story. Only after the person said yes.',
            inputSchema: inputs.startStory,
            execute: (options) => startStory(guardTexts(options)),
          }),
        }
      : {}),
  };
}
