import type { JSONObject, LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, Output, type Schema, zodSchema } from 'ai';
import {
  type Dossier,
  type DossierFindings,
  dossierDecisionSchema,
  dossierFindingsSchema,
  type Utterance,
} from '../dossier/schema.ts';
import { callProvider, refused } from './call-provider.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';
import { buildDossierPrompt, DECIDE_INSTRUCTIONS, EXTRACT_INSTRUCTIONS } from './prompts/dossier-prompt.ts';

/** Made once: a schema is written out as JSON for every call of a model, which takes milliseconds. */
const decisionSchema = zodSchema(dossierDecisionSchema);
const findingsSchema = zodSchema(dossierFindingsSchema);

export type ReadingUnits = { inputTokens?: number | undefined; outputTokens?: number | undefined };
/** Makes one call of the model within somebody's account. */
export type PayForReading = <Answer>(call: {
  task: 'decide' | 'extract';
  /** What the model is told, in letters. */
  letters: number;
  run: (signal: AbortSignal | undefined) => Promise<{ answer: Answer; units: ReadingUnits }>;
}) => Promise<Answer>;

type Reading = { messages: Utterance[]; dossier: Dossier; model: LanguageModelV4; pay: PayForReading };

/**
 * Asks the dossier model whether a conversation tells something new and, only then, what.
 * @returns null when there is nothing new
 * @throws AppError as `callProvider`
 */
export async function readConversation(reading: Reading): Promise<DossierFindings | null> {
  const decision = await ask(reading, 'decide', DECIDE_INSTRUCTIONS, decisionSchema);
  if (!decision.isWorthReading) return null;
  return ask(reading, 'extract', EXTRACT_INSTRUCTIONS, findingsSchema);
}

function ask<Answer>(
  { messages, dossier, model, pay }: Reading,
  task: 'decide' | 'extract',
  instructions: string,
  schema: Schema<Answer>,
): Promise<Answer> {
  const prompt = buildDossierPrompt({ messages, dossier });
  const call = async (abortSignal: AbortSignal) => {
    const result = await generateText({
      model,
      instructions,
      prompt,
      output: Output.object({ schema, name: task === 'decide' ? 'decision' : 'findings' }),
      maxRetries: 0,
      abortSignal,
      // The built-in extractor reads the conversation itself; other providers do not see this.
      providerOptions: {
        builtin: JSON.parse(JSON.stringify({ task, messages, dossier })) as JSONObject,
      },
    });
    if (result.finishReason === 'content-filter') {
      throw refused('The safety system of the AI service refused to read this.');
    }
    const { inputTokens, outputTokens } = result.usage;
    return { answer: result.output, units: { inputTokens, outputTokens } };
  };
  return pay({
    task,
    letters: instructions.length + prompt.length,
    run: (signal) => callProvider(signal, call, getCallTimeoutMs('dossier')),
  });
}
