import { composeAnswer } from './compose-answer.ts';
import { paintPicture, speakTone } from './compose-media.ts';
import {
  geminiAnswer,
  geminiError,
  geminiPicture,
  geminiSpeech,
  geminiStream,
  geminiText,
  geminiWrongKey,
  veoFilm,
  veoOperation,
} from './gemini-wire.ts';
import {
  type Answer,
  type ProviderServer,
  type RecordedRequest,
  startProviderServer,
} from './provider-server.ts';

export type GeminiServer = ProviderServer & {
  /** For `GEMINI_BASE_URL`. */
  baseUrl: string;
};

/** The fields of a schema that Gemini knows; it refuses a request that has any other. */
const SCHEMA_FIELDS = new Set(
  'type format description nullable enum items minItems maxItems properties required propertyOrdering anyOf minimum maximum minLength maxLength pattern example title'.split(
    ' ',
  ),
);

/**
 * A local server that speaks Gemini's wire format and obeys: it writes any JSON it is asked for as one picture book, draws,
 * speaks, films, and refuses what Google refuses: a wrong key, a schema it does not know.
 * @param options.scenes pages of the book it writes · `polls` how often a film is asked after before it is done
 */
export async function startGeminiServer(
  key: string,
  { scenes = 4, polls = 1, film = new Uint8Array([0, 0, 0, 24]) } = {},
): Promise<GeminiServer> {
  const server = await startProviderServer();
  const asked = new Map<string, number>();
  const guarded = (compose: (request: RecordedRequest) => Answer | Promise<Answer>) => {
    return (request: RecordedRequest) =>
      request.headers['x-goog-api-key'] === key ? compose(request) : geminiWrongKey();
  };
  server.route(
    'GET /v1beta/models',
    guarded(() => ({ body: JSON.stringify({ models: [{ name: 'models/gemini-2.5-flash' }] }) })),
  );
  server.route(
    'POST /v1beta/models/{model}:generateContent',
    guarded((request) => generate(request, scenes)),
  );
  server.route(
    'POST /v1beta/models/{model}:streamGenerateContent',
    guarded((request) => {
      const words = writeFor(request, scenes).match(/\S+\s*/g) ?? [];
      return {
        ...geminiStream(words.map((text) => [{ text }])),
        bill: billFor(request, { outputTokens: words.length }),
      };
    }),
  );
  server.route(
    'POST /v1beta/models/{model}:predictLongRunning',
    guarded((request) => {
      const name = `models/${request.params.model}/operations/${crypto.randomUUID()}`;
      const { parameters } = request.body as { parameters?: { durationSeconds?: number } };
      const seconds = parameters?.durationSeconds ?? 8;
      return { ...veoOperation(name), bill: billFor(request, { seconds }) };
    }),
  );
  server.route(
    'GET /v1beta/models/{model}/operations/{id}',
    guarded(({ params: { model, id = '' } }) => {
      const name = `models/${model}/operations/${id}`;
      const times = (asked.get(id) ?? 0) + 1;
      asked.set(id, times);
      const uri = `${server.origin}/v1beta/files/${id}:download?alt=media`;
      return times > polls ? veoOperation(name, veoFilm(uri)) : veoOperation(name);
    }),
  );
  server.route(
    'GET /v1beta/files/{id}:download',
    guarded(() => ({ headers: { 'content-type': 'video/mp4' }, body: film })),
  );
  return { ...server, baseUrl: server.origin };
}

type Body = {
  contents: { parts: { text?: string; inlineData?: object }[] }[];
  generationConfig?: {
    responseSchema?: object;
    responseModalities?: string[];
    imageConfig?: { aspectRatio?: string };
  };
};

async function generate(request: RecordedRequest, scenes: number): Promise<Answer> {
  const { contents, generationConfig = {} } = request.body as Body;
  const unknown = findUnknownField(generationConfig.responseSchema);
  if (unknown) {
    return geminiError(400, `Invalid JSON payload received. Unknown name "${unknown}"`, 'INVALID_ARGUMENT');
  }
  const [modality] = generationConfig.responseModalities ?? [];
  const words = contents.flatMap(({ parts }) => parts.map(({ text }) => text ?? '')).join(' ');
  if (modality === 'IMAGE') {
    const png = await paintPicture(
      generationConfig.imageConfig?.aspectRatio === '16:9' ? '1344x768' : '1024x1024',
    );
    return { ...geminiPicture(png), bill: billFor(request, { inputTokens: 258, outputTokens: 1290 }) };
  }
  if (modality === 'AUDIO') {
    const wav = speakTone(words);
    const inputTokens = Math.ceil(words.length / 4);
    const outputTokens = Math.round(((wav.length - 44) / 2 / 24_000) * 25);
    const usage = { promptTokenCount: inputTokens, candidatesTokenCount: outputTokens };
    return { ...geminiSpeech(wav, 24_000, usage), bill: billFor(request, { inputTokens, outputTokens }) };
  }
  if (generationConfig.responseSchema === undefined && words.trim() === '') return geminiAnswer([]);
  const text = writeFor(request, scenes);
  const inputTokens = Math.ceil(request.bytes.length / 4);
  const outputTokens = Math.ceil(text.length / 4);
  return {
    ...geminiText(text, { promptTokenCount: inputTokens, candidatesTokenCount: outputTokens }),
    bill: billFor(request, { inputTokens, outputTokens }),
  };
}

function writeFor({ body }: RecordedRequest, scenes: number): string {
  const schema = (body as Body).generationConfig?.responseSchema;
  return schema ? JSON.stringify(composeAnswer(schema, scenes)) : 'A quiet lantern stood in the wood.';
}

function billFor({ params }: RecordedRequest, units: NonNullable<Answer['bill']>['units']) {
  return { provider: 'gemini', model: params.model ?? '', units };
}

function findUnknownField(schema: object | undefined): string | undefined {
  if (!schema) return undefined;
  const {
    items,
    properties = {},
    anyOf = [],
  } = schema as {
    items?: object;
    properties?: Record<string, object>;
    anyOf?: object[];
  };
  const inside = [...(items ? [items] : []), ...Object.values(properties), ...anyOf];
  return (
    Object.keys(schema).find((field) => !SCHEMA_FIELDS.has(field)) ??
    inside.map(findUnknownField).find((field) => field !== undefined)
  );
}
