import { composeAnswer, readAskedSchema } from './compose-answer.ts';
import { paintPicture, speakTone } from './compose-media.ts';
import {
  hubBytes,
  hubCompletion,
  hubError,
  hubMapping,
  hubStream,
  hubTranscript,
} from './huggingface-wire.ts';
import {
  type Answer,
  type ProviderServer,
  type RecordedRequest,
  startProviderServer,
} from './provider-server.ts';

export type HuggingFaceServer = ProviderServer & {
  /** For `HUGGINGFACE_BASE_URL`. */
  baseUrl: string;
};

/** What Dream Flow uses, and one that hears. */
const TASKS: Record<string, string> = {
  'meta-llama/Llama-3.2-1B-Instruct': 'conversational',
  'black-forest-labs/FLUX.1-schnell': 'text-to-image',
  'suno/bark-small': 'text-to-speech',
  'facebook/mms-tts-eng': 'text-to-speech',
  'openai/whisper-large-v3': 'automatic-speech-recognition',
};

/**
 * A local server that is hub, router and inference provider at once, and obeys: it says who serves a model, writes any JSON
 * it is asked for as one picture book, draws, speaks, hears. A token it does not know gets a 401.
 * @param options.scenes pages of the book it writes · `speak` the sound of some words and its type
 */
export async function startHuggingFaceServer(
  token: string,
  {
    scenes = 4,
    speak = (words: string): Answer => hubBytes(speakTone(words), 'audio/wav'),
  }: { scenes?: number; speak?: (words: string) => Answer } = {},
): Promise<HuggingFaceServer> {
  const server = await startProviderServer();
  const guarded = (compose: (request: RecordedRequest) => Answer | Promise<Answer>) => {
    return (request: RecordedRequest) =>
      request.authorization === `Bearer ${token}`
        ? compose(request)
        : hubError(401, 'Invalid username or password.');
  };
  server.route(
    'GET /api/whoami-v2',
    guarded(() => ({ body: '{"type":"user","name":"test"}' })),
  );
  server.route(
    'GET /api/models/{owner}/{name}',
    guarded(({ params: { owner, name } }) => {
      const modelId = `${owner}/${name}`;
      const task = TASKS[modelId];
      return task ? hubMapping(modelId, { 'hf-inference': { task } }) : hubError(404, 'Repository not found');
    }),
  );
  server.route(
    'POST /v1/chat/completions',
    guarded((request) => write(request, scenes)),
  );
  server.route(
    'POST /hf-inference/models/{owner}/{name}',
    guarded(async (request) => {
      const model = `${request.params.owner}/${request.params.name}`;
      const { inputs = '', parameters = {} } = request.body as {
        inputs?: string;
        parameters?: { width?: number; height?: number };
      };
      if (TASKS[model] === 'text-to-image') {
        const { width = 1024, height = 1024 } = parameters;
        const png = await paintPicture(`${width}x${height}`);
        return {
          ...hubBytes(png, 'image/png'),
          bill: { provider: 'huggingface', model, units: { pictures: 1 } },
        };
      }
      if (TASKS[model] === 'text-to-speech') {
        const units = { characters: inputs.length };
        return { ...speak(inputs), bill: { provider: 'huggingface', model, units } };
      }
      return hubTranscript(' The owl sat still.');
    }),
  );
  return { ...server, baseUrl: server.origin };
}

function write(request: RecordedRequest, scenes: number): Answer {
  const asked = readAskedSchema(request.body);
  const text = asked
    ? JSON.stringify(composeAnswer(asked.schema, scenes))
    : 'A quiet lantern stood in the wood.';
  const inputTokens = Math.ceil(request.bytes.length / 4);
  const outputTokens = Math.ceil(text.length / 4);
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
  const answer = request.body.stream
    ? hubStream((text.match(/\S+\s*/g) ?? []).map((content) => ({ content })))
    : hubCompletion(text, { usage });
  const units = { inputTokens, outputTokens };
  return { ...answer, bill: { provider: 'huggingface', model: String(request.body.model), units } };
}
