import { createOpenAI } from '@ai-sdk/openai';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  fillFixture,
  type OpenAIServer,
  readFixture,
  startOpenAIServer,
} from '../../../tests/providers/openai-server.ts';
import { storyBriefSchema } from '../../story/schema.ts';
import { askWriter, type TextCall, type Writer } from './ask-writer.ts';
import { bookSchema, critiqueSchema, outlineSchema } from './writer-schemas.ts';

const schema = z.object({
  title: z.string().min(1),
  pages: z.array(z.object({ text: z.string().max(200), mood: z.enum(['calm', 'brave']) })).min(1),
});
const GOOD = { title: 'The Lantern', pages: [{ text: 'It shone {brightly} "now".', mood: 'calm' }] };

let server: OpenAIServer;
beforeAll(async () => {
  server = await startOpenAIServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const openai = () => createOpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl });
const calls: TextCall[] = [];
const bills: object[] = [];
function ask(more: Partial<Writer> = {}, signal?: AbortSignal) {
  calls.length = 0;
  bills.length = 0;
  const writer: Writer = {
    brief: storyBriefSchema.parse({ prompt: 'A fox' }),
    model: openai().chat('gpt-4.1'),
    pay: async (call) => {
      calls.push(call);
      const { answer, units, providerId } = await call.run(signal);
      bills.push({ ...units, providerId });
      return answer;
    },
    ...more,
  };
  return askWriter(writer, {
    step: 'draft',
    instructions: 'You write.',
    prompt: 'Write.\n<request>\nA fox\n</request>',
    schema,
    name: 'book',
    words: 100,
    check: ({ pages }) => (pages.length > 1 ? ['pages: there is one too many.'] : []),
  });
}
const chat = (content: string) => ({ body: fillFixture('chat-completion.json', content) });
const promptOf = (at: number) => {
  const { messages } = (server.requests.at(at)?.body ?? { messages: [] }) as {
    messages: { content: string }[];
  };
  return messages.at(-1)?.content ?? '';
};

test.each([
  ['chat completions', 'chat-completion.json', () => openai().chat('gpt-4.1'), '/v1/chat/completions'],
  ['responses', 'response.json', () => openai().responses('gpt-4.1'), '/v1/responses'],
])('an answer comes over %s with what it used and its name', async (_, fixture, model, path) => {
  server.answer({ body: fillFixture(fixture, JSON.stringify(GOOD)) });
  expect(await ask({ model: model() })).toEqual(GOOD);
  expect(bills).toEqual([
    { inputTokens: 812, outputTokens: 540, providerId: expect.stringMatching(/^(chatcmpl|resp)/) },
  ]);
  expect(server.requests.at(-1)).toMatchObject({ path, authorization: 'Bearer sk-test' });
});

test('asks for the schema, says its form in words too, and limits the answer to what is reserved', async () => {
  server.answer(chat(JSON.stringify(GOOD)));
  await ask();
  const body = server.requests.at(-1)?.body as {
    messages: { content: string }[];
    max_tokens: number;
    response_format: { type: string; json_schema: { strict: boolean; schema: { required: string[] } } };
  };
  expect(body.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
  expect(body.response_format.json_schema.schema.required).toEqual(['title', 'pages']);
  expect(body.messages[0]?.content).toContain(
    '{"title": string, "pages": [{"text": string of at most 200 letters, "mood": "calm"|"brave"}, …]}',
  );
  expect(body.max_tokens).toBe(calls[0]?.estimate.outputTokens);
  expect(JSON.stringify(body)).not.toContain('builtin');
});

test.each([
  ['nobody limits it', {}, 2 * 150 + 4_000],
  ['its owner does', { maxNewTokens: 700 }, 700],
  ['its owner’s limit is less than its form needs', { maxNewTokens: 64 }, 150],
  ['its host wants short ones', { roomToThink: 500 }, 2 * 150 + 500],
  ['it is free', { isFree: true }, undefined],
  ['it is free and limited', { isFree: true, maxNewTokens: 700 }, 700],
])('an answer has room for itself and for thoughts, when %s', async (_, limits, tokens) => {
  server.answer(chat(JSON.stringify(GOOD)));
  await ask(limits);
  expect(server.requests.at(-1)?.body.max_tokens).toBe(tokens);
});

test('strict output has every property required, in every form that is asked for', async () => {
  const { zodSchema } = await import('ai');
  const check = (form: Form): void => {
    if (form.properties) {
      expect(Object.keys(form.properties).toSorted()).toEqual([...(form.required ?? [])].toSorted());
      Object.values(form.properties).forEach(check);
    }
    if (form.items) check(form.items);
    expect(form).not.toHaveProperty('default');
  };
  for (const one of [outlineSchema, bookSchema, critiqueSchema]) {
    check((await zodSchema<unknown>(one as z.ZodType).jsonSchema) as Form);
  }
});
type Form = { properties?: Record<string, Form>; required?: string[]; items?: Form };

describe('JSON that is wrapped', () => {
  test.each([
    ['in a fence', `\`\`\`json\n${JSON.stringify(GOOD, null, 2)}\n\`\`\``],
    ['in friendly words', `Here you are, {title} and all:\n${JSON.stringify(GOOD)}\nEnjoy {it}!`],
  ])('%s is read without another call', async (_, answer) => {
    server.answer(chat(answer));
    expect(await ask()).toEqual(GOOD);
    expect(server.requests).toHaveLength(1);
  });
});

describe('an answer that does not fit', () => {
  test.each([
    ['JSON that breaks off', JSON.stringify(GOOD).slice(0, 40), 'not one JSON object'],
    ['prose', 'Once upon a time there was a fox.', 'not one JSON object'],
    ['a missing field', JSON.stringify({ ...GOOD, title: undefined }), '- title: '],
    ['a wrong value', JSON.stringify({ ...GOOD, pages: [{ text: 'a', mood: 'odd' }] }), '- pages.0.mood: '],
    [
      'what no schema can say',
      JSON.stringify({ ...GOOD, pages: [GOOD.pages[0], GOOD.pages[0]] }),
      'one too many',
    ],
  ])('%s is shown to its writer, who corrects it', async (_, bad, problem) => {
    server.answer(chat(bad));
    server.answer(chat(JSON.stringify(GOOD)));
    expect(await ask()).toEqual(GOOD);
    expect(calls.map(({ step }) => step)).toEqual(['draft', 'draft:repair']);
    expect(promptOf(-1)).toContain(problem);
    expect(promptOf(-1)).toContain(`<answer>\n${bad}\n</answer>`);
    expect(promptOf(-1)).toContain('<request>\nA fox\n</request>');
    // Both are billed.
    expect(bills).toHaveLength(2);
  });

  test('is repaired once only', async () => {
    server.answer(chat('no'));
    server.answer(chat('no again'));
    await expect(ask()).rejects.toMatchObject({ code: 'provider_bad_output' });
    expect(server.requests).toHaveLength(2);
  });

  test('because it grew too long is told so', async () => {
    const cut = JSON.parse(fillFixture('chat-completion.json', '{"title": "The')) as {
      choices: { finish_reason: string }[];
    };
    if (cut.choices[0]) cut.choices[0].finish_reason = 'length';
    server.answer({ body: JSON.stringify(cut) });
    server.answer(chat(JSON.stringify(GOOD)));
    await ask();
    expect(promptOf(-1)).toContain('Say it shorter');
  });
});

test('a refusal is one, is billed, and nobody is asked again', async () => {
  server.answer({ body: readFixture('chat-refusal.json') });
  await expect(ask()).rejects.toMatchObject({ code: 'provider_refused' });
  expect(bills).toEqual([{ inputTokens: 812, outputTokens: 12, providerId: 'chatcmpl-refused' }]);
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['seconds', { 'retry-after': '17' }, 17],
  ['milliseconds', { 'retry-after-ms': '2400' }, 3],
  ['nothing', {}, 20],
])('a 429 whose header says %s is a rate limit with its time', async (_, headers, retryAfterSeconds) => {
  server.answer({ status: 429, headers, body: readFixture('error-rate-limit.json') });
  await expect(ask()).rejects.toMatchObject({ code: 'provider_rate_limited', retryAfterSeconds });
});

test('a 429 may name the moment as a date', async () => {
  const headers = { 'retry-after': new Date(Date.now() + 90_000).toUTCString() };
  server.answer({ status: 429, headers, body: readFixture('error-rate-limit.json') });
  const error = await ask().catch((caught: { retryAfterSeconds: number }) => caught);
  expect('retryAfterSeconds' in error && Math.abs(error.retryAfterSeconds - 90)).toBeLessThanOrEqual(2);
});

test.each([
  ['no credit', 429, 'error-no-credit.json', /^provider_rejected$/],
  ['a wrong key', 401, 'error-key.json', /^provider_rejected$/],
  ['the content policy', 400, 'error-content-policy.json', /^provider_(rejected|refused)$/],
  ['a broken server', 500, 'error-server.json', /^provider_failed$/],
  ['an overloaded server', 503, 'error-server.json', /^provider_failed$/],
])('%s (%i) has its code and keeps its cause', async (_, status, fixture, code) => {
  server.answer({ status, body: readFixture(fixture) });
  await expect(ask()).rejects.toMatchObject({
    code: expect.stringMatching(code),
    cause: { statusCode: status },
  });
  // One layer of retries only, and that is the durable step's.
  expect(server.requests).toHaveLength(1);
});

test('an error page that is no JSON still has its code', async () => {
  server.answer({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' });
  await expect(ask()).rejects.toMatchObject({ code: 'provider_failed' });
});

test('a connection that breaks off in the answer is a failure that may pass', async () => {
  server.answer({ ...chat(JSON.stringify(GOOD)), breakOffAfter: 200 });
  await expect(ask()).rejects.toMatchObject({ code: 'provider_failed' });
});

test('a server that is not there is a failure that may pass', async () => {
  const model = createOpenAI({ apiKey: 'sk-test', baseURL: 'http://127.0.0.1:9/v1' }).chat('gpt-4.1');
  await expect(ask({ model })).rejects.toMatchObject({ code: 'provider_failed' });
});

test('the caller’s stop is an abort, not a failure of the service', async () => {
  server.answer({ body: '{}', delayMs: 400 });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  await expect(ask({}, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
