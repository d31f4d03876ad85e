import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type HuggingFaceServer, startHuggingFaceServer } from './huggingface-server.ts';

export const HUGGINGFACE_TOKEN = 'hf_test_not_a_secret_4711';

/**
 * For the length of a test file hub and router of Hugging Face are a local server.
 * @param options.asked is called once at first: the package remembers who serves a model, and asks it no second time
 */
export function standInForHuggingFace(
  options: { asked?: () => Promise<unknown> } = {},
): () => HuggingFaceServer {
  let server: HuggingFaceServer;
  const stub = () => {
    vi.stubEnv('HUGGINGFACE_API_TOKEN', HUGGINGFACE_TOKEN);
    vi.stubEnv('HUGGINGFACE_BASE_URL', server.baseUrl);
  };
  beforeAll(async () => {
    server = await startHuggingFaceServer(HUGGINGFACE_TOKEN);
    stub();
    await options.asked?.();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    stub();
    server.requests.length = 0;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  return () => server;
}
