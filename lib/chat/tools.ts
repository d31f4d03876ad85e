import { tool } from 'ai';
import type { z } from 'zod';
import type { DossierFindings } from '../dossier/schema.ts';
import { guardTexts } from './guard-texts.ts';
import { proposeStorySchema, type StartedStory, startStorySchema, updateDossierSchema } from './schema.ts';

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
      inputSchema: updateDossierSchema,
      execute: (findings) => updateDossier(guardTexts(findings)),
    }),
    proposeStory: tool({
      description: 'Shows the person a story to say yes to.',
      inputSchema: proposeStorySchema,
      execute: (proposal) => {
        guardTexts(proposal);
        return { shown: true as const };
      },
    }),
    ...(startStory
      ? {
          startStory: tool({
            description: 'Begins to make the story. Only after the person said yes.',
            inputSchema: startStorySchema,
            execute: (options) => startStory(guardTexts(options)),
          }),
        }
      : {}),
  };
}
