import type { LanguageModelV4 } from '@ai-sdk/provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startGeminiServer } from '../../../tests/providers/gemini-server.ts';
import { geminiText } from '../../../tests/providers/gemini-wire.ts';
import { startHuggingFaceServer } from '../../../tests/providers/huggingface-server.ts';
import { hubCompletion } from '../../../tests/providers/huggingface-wire.ts';
import { composeWriting, readAsked } from '../../../tests/providers/obedient-writer.ts';
import type { Answer, ProviderServer, RecordedRequest } from '../../../tests/providers/provider-server.ts';
import { EMPTY_DOSSIER } from '../../dossier/schema.ts';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import { readConversation } from '../read-conversation.ts';
import { chooseRoute } from '../writer/choose-route.ts';
import { stagesOf } from '../writer/fixtures/obedient-studio.ts';
import { payNothing } from '../writer/pay-nothing.ts';
import { writeStory } from '../writer/write-story.ts';
import { geminiProvider } from './gemini.ts';
import { huggingfaceProvider } from './huggingface.ts';

/** Whole stories and readings through the real writer, over real HTTP, by models whose wire formats are unlike OpenAI's. */
const TOKEN = 'hf_test_not_a_secret_4711';
let gemini: Awaited<ReturnType<typeof startGeminiServer>>;
let hub: Awaited<ReturnType<typeof startHuggingFaceServer>>;
beforeAll(async () => {
  gemini = await startGeminiServer('AIza-test');
  hub = await startHuggingFaceServer(TOKEN);
});
afterAll(() => Promise.all([gemini.close(), hub.close()]));
beforeEach(() => {
  vi.stubEnv('GEMINI_API_KEY', 'AIza-test');
  vi.stubEnv('GEMINI_BASE_URL', gemini.baseUrl);
  vi.stubEnv('HUGGINGFACE_API_TOKEN', TOKEN);
  vi.stubEnv('HUGGINGFACE_BASE_URL', hub.baseUrl);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const GIVEN_TEXT = [
  'A fox found a lamp under the roots and carried it home.',
  'She lit it, and all the wood was glad.',
]
  .map((sentence) => Array.from({ length: 6 }, () => sentence).join(' '))
  .join('\n\n');

type Service = {
  name: string;
  server: () => ProviderServer;
  model: () => LanguageModelV4 | undefined;
  /** From now on every question gets the writing that its stage asks for. */
  obey: () => void;
  say: (text: string) => Answer;
};

const SERVICES: Service[] = [
  {
    name: 'Gemini',
    server: () => gemini,
    say: (text) => geminiText(text),
    model: () => geminiProvider.createStoryModel?.('gemini-2.5-flash'),
    obey: () =>
      gemini.route('POST /v1beta/models/{model}:generateContent', ({ body }) => {
        const { systemInstruction, contents } = body as {
          systemInstruction: { parts: { text: string }[] };
          contents: { parts: { text: string }[] }[];
        };
        const messages = [systemInstruction, ...contents].map(({ parts }) => ({ role: '', content: parts }));
        return geminiText(JSON.stringify(composeWriting(readAsked({ messages }))));
      }),
  },
  {
    name: 'Hugging Face',
    server: () => hub,
    say: (text) => hubCompletion(text),
    model: () => huggingfaceProvider.createStoryModel?.('meta-llama/Llama-3.2-1B-Instruct'),
    obey: () =>
      hub.route('POST /v1/chat/completions', ({ body }: RecordedRequest) =>
        hubCompletion(JSON.stringify(composeWriting(readAsked(body)))),
      ),
  },
];

describe.each(SERVICES)('$name', ({ server, model, obey, say }) => {
  test('reads a conversation: first whether it is worth it, then what is new', async () => {
    server().requests.length = 0;
    const reading = {
      messages: [{ role: 'user' as const, text: 'The hero is Nova, a fox.' }],
      dossier: EMPTY_DOSSIER,
      model: need(model()),
      pay: async <Answer>({ run }: { run: (signal: undefined) => Promise<{ answer: Answer }> }) =>
        (await run(undefined)).answer,
    };
    // What the obedient server writes for a yes or no is a no.
    expect(await readConversation(reading)).toBeNull();
    server().answer(say('{"isWorthReading":true,"reason":"A hero."}'));
    expect((await readConversation(reading))?.characters[0]?.name).toBe('Nova');
    expect(server().requests).toHaveLength(3);
  });

  test.each<[string, Partial<StoryBriefInput>, number]>([
    ['at once', { sceneCount: 4, targetLength: 200 }, 4],
    ['page by page', { sceneCount: 3, targetLength: 300, chapters: true }, 3],
    ['of a given text', { sceneCount: 2, sourceText: GIVEN_TEXT }, 2],
  ])('writes a whole story %s', async (_, wish, pages) => {
    obey();
    server().requests.length = 0;
    const brief = storyBriefSchema.parse({ prompt: 'A fox wakes a lantern', ...wish });
    const plan = { route: chooseRoute(brief), pages };
    const { draft, notRead } = await writeStory(
      plan,
      stagesOf({ brief, model: need(model()), pay: payNothing }, []),
    );
    expect(notRead).toBeUndefined();
    expect(draft.scenes).toHaveLength(pages);
    expect(draft.characters.map(({ id }) => id)).toContain('nova');
    for (const scene of draft.scenes) expect(scene.text.length).toBeGreaterThan(10);
    expect(server().requests.length).toBeGreaterThan(0);
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such model.');
  return value;
}
