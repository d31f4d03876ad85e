import { generateText } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { hubCompletion } from '../../../tests/providers/huggingface-wire.ts';
import { standInForHuggingFace } from '../../../tests/providers/stand-in-for-huggingface.ts';
import { judgeFailure } from '../../ledger/judge-failure.ts';
import { callProvider } from '../call-provider.ts';
import { huggingfaceProvider } from './huggingface.ts';

/** Hugging Face over real HTTP, through its own package: the service itself. */
const server = standInForHuggingFace();

const CHAT = 'POST /v1/chat/completions';

function say() {
  return generateText({
    model: need(huggingfaceProvider.createChatModel?.('meta-llama/Llama-3.2-1B-Instruct')),
    prompt: 'Hello.',
    maxRetries: 0,
  });
}

describe('the service', () => {
  test('answers a ping, and refuses a wrong token', async () => {
    const signal = AbortSignal.timeout(5_000);
    await huggingfaceProvider.ping?.(signal);
    expect(server().requests[0]).toMatchObject({ method: 'GET', path: '/api/whoami-v2' });
    vi.stubEnv('HUGGINGFACE_API_TOKEN', 'hf_wrong');
    await expect(
      callProvider(undefined, async () => huggingfaceProvider.ping?.(signal)),
    ).rejects.toMatchObject({
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
    server().answer({ ...hubCompletion('Hello.'), breakOffAfter: 20 }, CHAT);
    expect(judgeFailure(await callProvider(undefined, say).catch((error: unknown) => error))).toBe('lost');
  });

  test('a token of another service is refused before anything is asked', async () => {
    vi.stubEnv('HUGGINGFACE_API_TOKEN', 'sk-somebody-else');
    await expect(callProvider(undefined, say)).rejects.toMatchObject({ code: 'provider_rejected' });
    expect(server().requests).toHaveLength(0);
  });

  test('says which variable is missing', () => {
    expect(huggingfaceProvider.missingVariable()).toBeUndefined();
    vi.stubEnv('HUGGINGFACE_API_TOKEN', '');
    expect(huggingfaceProvider.missingVariable()).toBe('HUGGINGFACE_API_TOKEN');
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such model.');
  return value;
}
