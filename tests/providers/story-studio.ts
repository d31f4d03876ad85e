import { composeAnswer, readAskedSchema } from './compose-answer.ts';
import { paintPicture, speakTone } from './compose-media.ts';
import {
  type Answer,
  type ProviderServer,
  type RecordedRequest,
  startProviderServer,
} from './provider-server.ts';

/** How long each kind of work takes, milliseconds. */
export type StudioPace = { textMs: number; pictureMs: number; speechMs: number };

export type StoryStudio = ProviderServer & {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** Changes the latencies from the next request on. */
  setPace: (pace: StudioPace) => void;
  /** From now on so many tellings of a story, its draft and what is written again of it, say what no child may hear on page 2. */
  setHarmful: (tellings: number) => void;
};

/** Stopped by the guardrails of every age. */
export const HARMFUL = 'Then he wanted to kill himself.';
/** The questions whose answers are told to children. */
const TELLINGS = new Set(['picture_book', 'revision']);

const TEXT_ROUTES = ['POST /v1/chat/completions', 'POST /v1/responses'];
const PICTURE_ROUTES = ['POST /v1/images/generations', 'POST /v1/images/edits'];

/**
 * A whole service of models that obeys, in OpenAI's wire format: it writes any JSON that is asked for as one picture book,
 * paints, speaks, takes its time for each, and writes a bill.
 * @param scenes pages of the book it writes
 */
export async function startStoryStudio(scenes: number, firstPace: StudioPace): Promise<StoryStudio> {
  const server = await startProviderServer();
  let pace = firstPace;
  let harmful = 0;
  for (const route of TEXT_ROUTES) server.route(route, (request) => write(request, pace.textMs));
  for (const route of PICTURE_ROUTES) server.route(route, (request) => paint(request, pace.pictureMs));
  server.route('POST /v1/audio/speech', (request) => speak(request, pace.speechMs));
  server.route('GET /v1/models', () => ({ body: JSON.stringify({ object: 'list', data: [] }) }));

  function write(request: RecordedRequest, delayMs: number): Answer {
    const asked = readAskedSchema(request.body);
    // "…, part 7": stories that are made at once must not ask the same questions, or one's failure is another's.
    const volume = /, part (\d+)/.exec(request.bytes.toString())?.[1];
    const isHarmful = asked !== undefined && TELLINGS.has(asked.name) && harmful-- > 0;
    const answer = asked && composeAnswer(asked.schema, scenes, volume);
    const content = answer ? JSON.stringify(isHarmful ? harm(answer) : answer) : 'A quiet lantern.';
    // About four characters are a token.
    const inputTokens = Math.ceil(request.bytes.length / 4);
    const outputTokens = Math.ceil(content.length / 4);
    const model = String(request.body.model);
    const body = request.path.endsWith('/responses')
      ? composeResponse(model, content, inputTokens, outputTokens)
      : composeCompletion(model, content, inputTokens, outputTokens);
    return {
      delayMs,
      body: JSON.stringify(body),
      bill: { provider: 'openai', model, units: { inputTokens, outputTokens } },
    };
  }
  return {
    ...server,
    baseUrl: `${server.origin}/v1`,
    setPace: (next) => {
      pace = next;
    },
    setHarmful: (tellings) => {
      harmful = tellings;
    },
  };
}

function harm(answer: unknown): unknown {
  const [pages] = Object.values(answer as Record<string, { text: string }[]>);
  if (pages?.[1]) pages[1].text += ` ${HARMFUL}`;
  return answer;
}

async function paint(request: RecordedRequest, delayMs: number): Promise<Answer> {
  const size = String(request.body.size ?? '1024x1024');
  const picture = await paintPicture(size);
  const usage = { input_tokens: 160, output_tokens: 1_584, total_tokens: 1_744 };
  return {
    delayMs,
    body: JSON.stringify({
      created: 1_713_833_628,
      data: [{ b64_json: Buffer.from(picture).toString('base64') }],
      size,
      output_format: 'png',
      usage: { ...usage, input_tokens_details: { text_tokens: 160, image_tokens: 0 } },
    }),
    bill: {
      provider: 'openai',
      model: String(request.body.model),
      units: { pictures: 1, inputTokens: usage.input_tokens, outputTokens: usage.output_tokens },
    },
  };
}

function speak(request: RecordedRequest, delayMs: number): Answer {
  const input = String(request.body.input);
  return {
    delayMs,
    headers: { 'content-type': 'audio/wav' },
    body: speakTone(input),
    bill: { provider: 'openai', model: String(request.body.model), units: { characters: input.length } },
  };
}

function composeCompletion(model: string, content: string, inputTokens: number, outputTokens: number) {
  return {
    id: `chatcmpl-${crypto.randomUUID()}`,
    object: 'chat.completion',
    created: 1_741_569_952,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop' }],
    usage: {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    },
  };
}

function composeResponse(model: string, content: string, inputTokens: number, outputTokens: number) {
  return {
    id: `resp_${crypto.randomUUID()}`,
    object: 'response',
    created_at: 1_741_476_542,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model,
    output: [
      {
        type: 'message',
        id: `msg_${crypto.randomUUID()}`,
        status: 'completed',
        role: 'assistant',
        content: [{ type: 'output_text', text: content, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  };
}
