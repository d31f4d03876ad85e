import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explainFallback } from './explain-fallback.ts';

const REFUSED = {
  model: 'openai/gpt-image-1',
  code: 'provider_refused',
  message: 'The safety system of the AI service refused this.',
} as const;
const BROKEN = {
  model: 'huggingface/black-forest-labs/FLUX.1-schnell',
  code: 'provider_failed',
  message: 'The AI service failed (500).',
} as const;

beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-secret-4711');
  vi.stubEnv('COMPATIBLE_BASE_URL', 'http://somebody:pa55word@painter.example:8080/v1?key=s3cret');
});
afterEach(() => vi.unstubAllEnvs());

test('who drew a page instead is named, and why', () => {
  expect(explainFallback('picture', 'gemini/imagen', [REFUSED])).toEqual({
    code: 'provider_refused',
    message:
      'The picture was drawn by Google imagen, because OpenAI gpt-image-1 failed: The safety system of the AI service refused this.',
  });
});

test('every one that gave up is named with its reason; the first one’s code stands for all', () => {
  expect(explainFallback('narration', 'gemini/tts', [BROKEN, REFUSED])).toEqual({
    code: 'provider_failed',
    message:
      'The page is read by Google tts, because Hugging Face black-forest-labs/FLUX.1-schnell failed: The AI service failed (500). OpenAI gpt-image-1 failed too: The safety system of the AI service refused this.',
  });
});

test('a model that was not asked has not failed', () => {
  const forbidden = {
    ...REFUSED,
    code: 'guardrail_violation',
    message: 'Something gentler works better.',
  } as const;
  expect(explainFallback('picture', 'builtin/illustrator', [forbidden])).toEqual({
    code: 'guardrail_violation',
    message:
      'The picture was drawn by the built-in illustrator, because nothing was sent to OpenAI gpt-image-1: Something gentler works better.',
  });
});

test('our own stand-in is named as what it is', () => {
  expect(explainFallback('picture', 'builtin/illustrator', [REFUSED]).message).toMatch(
    /^The picture was drawn by the built-in illustrator, because OpenAI /,
  );
  expect(explainFallback('narration', 'builtin/narrator', [REFUSED]).message).toMatch(
    /^The page is read by the built-in narrator, because OpenAI /,
  );
});

test('nothing of an address but its host, and no key, is said', () => {
  const { message } = explainFallback('picture', 'compatible/painter', [REFUSED]);
  expect(message).toContain('painter at painter.example');
  expect(message).not.toMatch(/4711|pa55word|s3cret|somebody/);
});
