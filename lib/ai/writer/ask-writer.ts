import type { JSONObject, LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, Output, zodSchema } from 'ai';
import { z } from 'zod';
import type { DraftFault } from '../../builtin/softener/find-faults.ts';
import { AppError } from '../../errors.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { badOutput, callProvider } from '../call-provider.ts';
import { buildRepairPrompt, shapeLines } from '../prompts/repair-prompt.ts';
import { markNotKept } from './answer-not-kept.ts';
import { describeShape } from './describe-shape.ts';
import { estimateAnswer, type TextUnits } from './estimate-writing.ts';
import { readJson } from './read-json.ts';

/** A model's answer as it came, kept beside its bill: read again after a crash, it decides the same. */
export const keptAnswerSchema = z.object({ text: z.string(), finishReason: z.string() });
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** One request to a model, ready to be paid for. */
export type TextCall = {
  /** `outline`, `draft`, `chapter:2`, … */
  step: string;
  model: LanguageModelV4;
  /** Everything that decides the answer. */
  request: JSONObject;
  /** The most it may use. */
  estimate: TextUnits;
  run: (
    signal?: AbortSignal,
  ) => Promise<{ answer: KeptAnswer; units: Partial<TextUnits>; providerId: string | undefined }>;
};

/** Makes a call, pays for it and keeps its answer; an answer that was kept before is given back without a call. */
export type PayForText = (call: TextCall) => Promise<KeptAnswer>;

/** Who writes what, at whose cost. */
export type Writer = {
  brief: StoryBrief;
  model: LanguageModelV4;
  pay: PayForText;
  /** Tokens an answer may have at most, where its form does not need more; undefined: as many as it takes. */
  maxNewTokens?: number | undefined;
  /** Tokens for thoughts beside the answer, where plenty would be too many. */
  roomToThink?: number | undefined;
  /** Nothing is billed, so nothing has to be limited: a limit would only take memory from a server of one's own. */
  isFree?: boolean | undefined;
  /** What a moderation model stops of a draft that our own rules let pass; absent: nobody is asked. */
  moderate?: ((draft: StoryDraft) => Promise<DraftFault[]>) | undefined;
};

export type Question<Shape> = {
  step: string;
  instructions: string;
  prompt: string;
  schema: z.ZodType<Shape>;
  /** Of the schema, for providers that want one. */
  name: string;
  /** How many words of story the answer will hold, at most about. */
  words: number;
  /** What a schema cannot say is wrong with an answer; empty when it fits. */
  check?: (value: Shape) => string[];
};

/**
 * Asks a model for JSON of one form. An answer that does not fit is shown to it once, with what is wrong.
 * @throws AppError `provider_bad_output` when the second answer does not fit either, `provider_refused`, or as `callProvider`
 */
export async function askWriter<Shape>(writer: Writer, question: Question<Shape>): Promise<Shape> {
  const first = await callWriter(writer, question, question.step, question.prompt);
  const reading = readAnswer(first, question);
  if ('value' in reading) return reading.value;
  const repair = buildRepairPrompt(question.prompt, first.text, reading.problems);
  const second = await callWriter(writer, question, `${question.step}:repair`, repair);
  const mended = readAnswer(second, question);
  if ('value' in mended) return mended.value;
  throw badOutput(`The AI service's answer does not fit, also after it was told why: ${mended.problems[0]}`);
}

function readAnswer<Shape>({ text, finishReason }: KeptAnswer, { schema, check }: Question<Shape>) {
  const reading = readJson(text, schema);
  if ('problems' in reading) {
    return finishReason === 'length'
      ? { problems: ['It broke off because it grew too long. Say it shorter.', ...reading.problems] }
      : reading;
  }
  const problems = check?.(reading.value) ?? [];
  return problems.length > 0 ? { problems } : reading;
}

async function callWriter<Shape>(
  { model, pay, maxNewTokens, roomToThink, isFree }: Writer,
  { instructions, schema, name, words }: Question<Shape>,
  step: string,
  prompt: string,
): Promise<KeptAnswer> {
  const form = zodSchema(schema);
  const all = `${instructions}\n\n${shapeLines(describeShape(await form.jsonSchema))}`;
  const estimate = estimateAnswer(all.length + prompt.length, words, maxNewTokens, roomToThink);
  const maxOutputTokens = isFree && maxNewTokens === undefined ? undefined : estimate.outputTokens;
  // Only the form is asked for here: reading and repair are ours, so that a bad answer is billed and kept like a good one.
  const output = {
    ...Output.object({ schema: form, name }),
    parseCompleteOutput: async ({ text }: { text: string }) => text,
  };
  const answer = await pay({
    step,
    model,
    request: { instructions: all, prompt, name, ...(maxOutputTokens && { maxOutputTokens }) },
    estimate,
    run: (signal) =>
      callProvider(signal, async (abortSignal) => {
        const result = await generateText({
          model,
          instructions: all,
          prompt,
          output,
          ...(maxOutputTokens && { maxOutputTokens }),
          maxRetries: 0,
          abortSignal,
        });
        return {
          answer: { text: result.text, finishReason: result.finishReason },
          units: readUnits(result.usage),
          providerId: result.response.id,
        };
      }).catch((error: unknown) => {
        throw markNotKept(error);
      }),
  });
  if (answer.finishReason === 'content-filter') {
    throw new AppError('provider_refused', 'The AI service refused to write this.');
  }
  return answer;
}

export function readUnits(usage: {
  inputTokens: number | undefined;
  outputTokens: number | undefined;
}): Partial<TextUnits> {
  const { inputTokens, outputTokens } = usage;
  return {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}
