import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type GeminiServer, startGeminiServer } from './gemini-server.ts';

export const GEMINI_KEY = 'AIza-test-not-a-secret-4711';

/** For the length of a test file Gemini is a local server. */
export function standInForGemini(options: Parameters<typeof startGeminiServer>[1] = {}): () => GeminiServer {
  let server: GeminiServer;
  beforeAll(async () => {
    server = await startGeminiServer(GEMINI_KEY, options);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    vi.stubEnv('GEMINI_API_KEY', GEMINI_KEY);
    vi.stubEnv('GEMINI_BASE_URL', server.baseUrl);
    server.requests.length = 0;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  return () => server;
}
