import { streamText, tool } from 'ai';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { geminiStream, streamOf } from '../../../tests/providers/gemini-wire.ts';
import { standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { callProvider } from '../call-provider.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: words as they come. */
const server = standInForGemini();

describe('a stream', () => {
  test('comes in pieces, with thoughts apart and the usage at its end', async () => {
    server().answer(
      geminiStream([
        [{ text: 'A fox…', thought: true }],
        [{ text: 'There ' }],
        [{ text: 'was ' }, { text: 'a fox.' }],
      ]),
    );
    const result = streamText({
      model: need(geminiProvider.createChatModel?.('gemini-2.5-flash')),
      prompt: 'Hello.',
      maxRetries: 0,
    });
    const pieces = await Array.fromAsync(result.textStream);
    expect(pieces).toEqual(['There ', 'was ', 'a fox.']);
    expect(await result.reasoningText).toBe('A fox…');
    expect(await result.finishReason).toBe('stop');
    expect(await result.usage).toMatchObject({ inputTokens: 812, outputTokens: 12 });
    expect(server().requests[0]?.path).toBe('/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse');
  });

  test('a call of a function comes back with its result and the signature of its thoughts', async () => {
    const call = { functionCall: { name: 'note', args: { hero: 'Nova' } }, thoughtSignature: 'c2lnbmVk' };
    server().answer(geminiStream([[call]]));
    server().answer(geminiStream([[{ text: 'Noted.' }]]));
    const result = streamText({
      model: need(geminiProvider.createChatModel?.('gemini-3-pro-preview')),
      prompt: 'The hero is Nova.',
      tools: {
        note: tool({
          description: 'Writes down.',
          inputSchema: z.object({ hero: z.string().nullable() }),
          execute: ({ hero }) => ({ written: hero }),
        }),
      },
      stopWhen: ({ steps }) => steps.length === 2,
      maxRetries: 0,
    });
    expect((await Array.fromAsync(result.textStream)).join('')).toBe('Noted.');
    const [first, second] = server().requests.map(({ body }) => body);
    expect(first).toMatchObject({
      tools: [
        {
          functionDeclarations: [
            { name: 'note', parameters: { properties: { hero: { type: 'string', nullable: true } } } },
          ],
        },
      ],
      toolConfig: { functionCallingConfig: { mode: 'AUTO' } },
    });
    expect((second as { contents: unknown[] }).contents.slice(1)).toEqual([
      { role: 'model', parts: [call] },
      {
        role: 'user',
        parts: [{ functionResponse: { name: 'note', response: { content: { written: 'Nova' } } } }],
      },
    ]);
  });

  test.each([
    ['breaks off', geminiStream([[{ text: 'There ' }], [{ text: 'was ' }]], { breaksOff: true })],
    ['ends without an end', geminiStream([[{ text: 'There ' }], [{ text: 'was ' }]], { finishReason: null })],
    [
      'turns into nonsense',
      streamOf(
        [
          'data: {"candidates":[{"content":{"parts":[{"text":"There was "}]}}]}\n\n',
          'data: {"candidates":[{"cont\n\n',
        ],
        30,
      ),
    ],
    [
      'tells of an error',
      streamOf(
        [
          'data: {"candidates":[{"content":{"parts":[{"text":"There was "}]}}]}\n\n',
          'data: {"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}\n\n',
        ],
        30,
      ),
    ],
  ])('that %s is a failure that may pass, and what came before stands', async (_, answer) => {
    server().answer(answer);
    let failure: unknown;
    const result = streamText({
      model: need(geminiProvider.createChatModel?.('gemini-2.5-flash')),
      prompt: 'Hello.',
      maxRetries: 0,
      onError: ({ error }) => {
        failure = error;
      },
    });
    const pieces: string[] = [];
    for await (const piece of result.textStream) pieces.push(piece);
    expect(pieces.join('')).toContain('There ');
    await expect(callProvider(undefined, () => Promise.reject(failure))).rejects.toMatchObject({
      code: 'provider_failed',
    });
  });

  test('nobody reads any more ends at the service too', async () => {
    const silent = Promise.withResolvers<void>();
    const answer = geminiStream([[{ text: 'There ' }], [{ text: 'was ' }]]);
    server().answer({
      ...answer,
      events: {
        ...(answer.events as NonNullable<typeof answer.events>),
        pause: { afterEvents: 1, until: silent.promise },
      },
    });
    const model = need(geminiProvider.createChatModel?.('gemini-2.5-flash'));
    const { stream } = await model.doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello.' }] }],
    });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => server().requests[0]?.endedMs).toBeDefined();
    silent.resolve();
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Gemini has no such model.');
  return value;
}
