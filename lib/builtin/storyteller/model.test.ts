import { generateText, Output, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { storyDraftSchema } from '../../story/schema.ts';
import { createStorytellerModel } from './model.ts';

const brief = {
  prompt: 'A brave little mouse looks for a magical cheese',
  sceneCount: 3,
  ageGroup: '3-5',
  seed: 4,
};

describe('createStorytellerModel', () => {
  it('answers a structured request with the story of the brief and reports usage', async () => {
    const result = await generateText({
      model: createStorytellerModel(),
      prompt: 'The brief is in the options.',
      output: Output.object({ schema: storyDraftSchema }),
      providerOptions: { builtin: { brief } },
    });
    expect(result.output.scenes).toHaveLength(3);
    expect(result.output.characters[0]?.kind).toBe('mouse');
    expect(result.usage.outputTokens).toBeGreaterThan(50);
    expect(result.usage.inputTokens).toBeGreaterThan(5);
  });

  it('tells prose from the last user message when there is no brief', async () => {
    const { text } = await generateText({
      model: createStorytellerModel(),
      messages: [
        { role: 'user', content: 'hello' },
        { role: 'assistant', content: 'What shall it be about?' },
        { role: 'user', content: 'Nova the fox and her robot friend Bip' },
      ],
    });
    expect(text).toContain('Nova');
    expect(text).toContain('Bip');
    expect(() => JSON.parse(text)).toThrow();
  });

  it('streams the same text it generates', async () => {
    const options = { model: createStorytellerModel(), prompt: 'a kind dragon', seed: 9 };
    const whole = await generateText(options);
    let streamed = '';
    for await (const part of streamText(options).textStream) streamed += part;
    expect(streamed).toBe(whole.text);
  });

  it('stops when the call was aborted before it began', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      generateText({
        model: createStorytellerModel(),
        prompt: 'a cat',
        abortSignal: controller.signal,
        maxRetries: 0,
      }),
    ).rejects.toThrow();
  });
});
