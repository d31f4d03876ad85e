import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { anthropicMessage, anthropicToolUse } from '../../../tests/providers/anthropic-wire.ts';
import { composeWriting, readAsked } from '../../../tests/providers/obedient-writer.ts';
import { ollamaAnswer } from '../../../tests/providers/ollama-wire.ts';
import { openaiCompletion, openaiResponse } from '../../../tests/providers/openai-wire.ts';
import type { Answer, RecordedRequest } from '../../../tests/providers/provider-server.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import { anthropicProvider } from '../providers/anthropic.ts';
import { compatibleProvider } from '../providers/compatible.ts';
import { ollamaProvider } from '../providers/ollama.ts';
import { chooseRoute } from './choose-route.ts';
import type { TextUnits } from './estimate-writing.ts';
import { stagesOf } from './fixtures/obedient-studio.ts';
import { writeStory } from './write-story.ts';

/** Whole stories, every stage, in each provider's own wire format over real HTTP. Gemini and Hugging Face stand beside their providers. */
const server = serverForTests((origin) => ({
  ANTHROPIC_API_KEY: 'sk-ant-test',
  ANTHROPIC_BASE_URL: origin,
  OLLAMA_BASE_URL: origin,
  COMPATIBLE_BASE_URL: `${origin}/v1`,
}));

type Part = { text?: string; content?: string | Part[]; role?: string };
const textOf = (content: string | Part[] | undefined): string =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');

/** What the stage asked for wants, whatever the wire calls its instructions. */
function write({ body }: RecordedRequest): object {
  const said = (body.messages ?? body.input) as Part[];
  const system = body.system ? [{ role: 'system', content: textOf(body.system as Part[]) }] : [];
  const messages = [...system, ...said].map(({ role = '', content }) => ({ role, content: textOf(content) }));
  return composeWriting(readAsked({ messages }), { finds: [{ criterion: 'sound', score: 2, pages: [2] }] });
}

type Service = {
  name: string;
  route: string;
  answer: (request: RecordedRequest) => Answer;
  model: () => LanguageModelV4;
};
const SERVICES: Service[] = [
  {
    name: 'Anthropic',
    route: 'POST /v1/messages',
    answer: (request) => anthropicMessage(JSON.stringify(write(request))),
    model: () => need(anthropicProvider.createStoryModel?.('claude-sonnet-4-5')),
  },
  {
    name: 'an older model of Anthropic’s, which answers through a tool',
    route: 'POST /v1/messages',
    answer: (request) => anthropicToolUse('json', write(request)),
    model: () => need(anthropicProvider.createStoryModel?.('claude-3-haiku-20240307')),
  },
  {
    name: 'Ollama, thinking first',
    route: 'POST /api/chat',
    answer: (request) => ollamaAnswer(JSON.stringify(write(request)), { thinking: 'Let me see {first}.' }),
    model: () => need(ollamaProvider.createStoryModel?.('qwen3')),
  },
  {
    name: 'a compatible server that knows no schema and likes fences',
    route: 'POST /v1/chat/completions',
    answer: (request) =>
      request.body.response_format
        ? { status: 400, body: '{"error":{"message":"response_format is not supported"}}' }
        : openaiCompletion(
            `Sure! Here it is:\n\`\`\`json\n${JSON.stringify(write(request), null, 2)}\n\`\`\`\nEnjoy!`,
          ),
    model: () => need(compatibleProvider.createStoryModel?.('llama')),
  },
  {
    name: 'OpenAI’s responses',
    route: 'POST /v1/responses',
    answer: (request) => openaiResponse(JSON.stringify(write(request))),
    model: () =>
      createOpenAI({ apiKey: 'sk-test', baseURL: `${server().origin}/v1` }).responses('gpt-5-mini'),
  },
];

describe.each(SERVICES)('$name', ({ route, answer, model }) => {
  test.each<[string, Partial<StoryBriefInput>, string[]]>([
    ['at once', { sceneCount: 3, targetLength: 150 }, ['outline', 'draft', 'critique', 'revision']],
    [
      'page by page',
      { sceneCount: 2, targetLength: 120, chapters: true },
      ['outline', 'chapter:1', 'chapter:2', 'critique', 'chapter:2:revision'],
    ],
  ])('writes a whole story %s, and says what each call used', async (_, more, steps) => {
    server().route(route, answer);
    const brief = storyBriefSchema.parse({ prompt: 'A fox wakes a lantern', ...more });
    const bills: { step: string; units: Partial<TextUnits> }[] = [];
    const writer = {
      brief,
      model: model(),
      pay: async ({ step, run }: Parameters<import('./ask-writer.ts').PayForText>[0]) => {
        const { answer: said, units } = await run();
        bills.push({ step, units });
        return said;
      },
    };
    const plan = { route: chooseRoute(brief), pages: brief.sceneCount };
    const { draft, notRead } = await writeStory(plan, stagesOf(writer));
    expect(notRead).toBeUndefined();
    expect(draft.scenes.map(({ text }) => text.includes('mended'))).toEqual(
      draft.scenes.map((_scene, index) => index === 1),
    );
    expect(draft.characters.map(({ id }) => id)).toEqual(['nova', 'bram']);
    expect(bills.map(({ step }) => step)).toEqual(steps);
    for (const { units } of bills)
      expect((units.inputTokens ?? 0) * (units.outputTokens ?? 0)).toBeGreaterThan(0);
  });
});
