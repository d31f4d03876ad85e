import { generateText } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { afterEach, expect, test, vi } from 'vitest';
import { createLogger } from '../log.ts';
import { logModelWarnings } from './log-model-warnings.ts';

afterEach(() => {
  globalThis.AI_SDK_LOG_WARNINGS = undefined;
  vi.restoreAllMocks();
});

async function write(feature: string): Promise<void> {
  const model = new MockLanguageModelV4({
    provider: 'compatible.chat',
    modelId: 'qwen3',
    doGenerate: {
      content: [{ type: 'text', text: 'Hello.' }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [{ type: 'unsupported', feature }],
    },
  });
  await generateText({ model, prompt: 'Leo is afraid of the dark', maxRetries: 0 });
}

test('what the SDK warns of is a line of our log, once for each kind, and nothing goes to the console', async () => {
  const lines: string[] = [];
  logModelWarnings(createLogger({ write: (line: string) => void lines.push(line) }));
  const loud = [vi.spyOn(process, 'emitWarning'), vi.spyOn(console, 'warn')];
  await write('seed');
  await write('seed');
  await write('topK');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', provider: 'compatible.chat', model: 'qwen3', warning: { feature: 'seed' } },
    { level: 'warn', warning: { feature: 'topK' } },
  ]);
  expect(lines.join()).not.toContain('afraid');
  for (const spy of loud) expect(spy).not.toHaveBeenCalled();
});
