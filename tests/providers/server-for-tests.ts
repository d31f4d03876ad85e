import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type ProviderServer, startProviderServer } from './provider-server.ts';

/**
 * A server for the tests of a file, empty before each.
 * @param setEnv the settings with which a provider calls it
 */
export function serverForTests(setEnv: (origin: string) => Record<string, string>): () => ProviderServer {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await startProviderServer();
  });
  beforeEach(() => {
    server.requests.length = 0;
    server.billed.length = 0;
    for (const [name, value] of Object.entries(setEnv(server.origin))) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });
  afterAll(() => server.close());
  return () => server;
}

export function need<Model>(model: Model | undefined): Model {
  if (model === undefined) throw new Error('The provider has no model of this kind.');
  return model;
}
