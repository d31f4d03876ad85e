import { generateText } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { geminiText } from '../../../tests/providers/gemini-wire.ts';
import { standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { judgeFailure } from '../../ledger/judge-failure.ts';
import { callProvider } from '../call-provider.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: the service itself. */
const server = standInForGemini();

function say() {
  return generateText({
    model: need(geminiProvider.createChatModel?.('gemini-2.5-flash')),
    prompt: 'Hello.',
    maxRetries: 0,
  });
}

describe('the service', () => {
  test('answers a ping, and refuses a wrong key', async () => {
    const signal = AbortSignal.timeout(5_000);
    await geminiProvider.ping?.(signal);
    expect(server().requests[0]).toMatchObject({ method: 'GET', path: '/v1beta/models?pageSize=1' });
    vi.stubEnv('GEMINI_API_KEY', 'AIza-wrong');
    await expect(callProvider(undefined, async () => geminiProvider.ping?.(signal))).rejects.toMatchObject({
      code: 'provider_rejected',
    });
  });

  test('that is not there cannot have billed; one that broke off may have', async () => {
    await server().refuse();
    // The first finds the connection that was kept open for it, and loses it.
    await callProvider(undefined, say).catch(() => undefined);
    const never = await callProvider(undefined, say).catch((error: unknown) => error);
    await server().accept();
    expect(judgeFailure(never)).toBe('failed');
    server().answer({ ...geminiText('Hello.'), breakOffAfter: 20 });
    expect(judgeFailure(await callProvider(undefined, say).catch((error: unknown) => error))).toBe('lost');
  });

  test('is found under what its models’ names say', () => {
    const kinds = (modelId: string) => [
      geminiProvider.createStoryModel?.(modelId) && 'text',
      geminiProvider.createImageModel?.(modelId) && 'picture',
      geminiProvider.createSpeechModel?.(modelId) && 'speech',
      geminiProvider.createVideoModel?.(modelId) && 'video',
    ];
    const found = (modelId: string) => kinds(modelId).filter(Boolean);
    expect(found('gemini-2.5-pro')).toEqual(['text']);
    expect(found('gemini-3-pro-image-preview')).toEqual(['picture']);
    expect(found('gemini-2.5-pro-preview-tts')).toEqual(['speech']);
    expect(found('veo-3.1-fast-generate-preview')).toEqual(['video']);
    expect(found('gemini-embedding-001')).toEqual([]);
    expect(found('../files')).toEqual([]);
  });

  test('says which variable is missing', () => {
    expect(geminiProvider.missingVariable()).toBeUndefined();
    vi.stubEnv('GEMINI_API_KEY', '');
    expect(geminiProvider.missingVariable()).toBe('GEMINI_API_KEY');
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such model.');
  return value;
}
