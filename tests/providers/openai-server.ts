import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, type ProviderServer, startProviderServer } from './provider-server.ts';

export type { Answer, Pause, RecordedRequest } from './provider-server.ts';

export type OpenAIServer = ProviderServer & {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** Queues an answer; requests take them in order, whatever their path. One without an answer gets a 501. */
  answer: (answer: Answer, route?: string) => void;
};

/**
 * A local server that speaks OpenAI's wire format: chat completions, responses, pictures, speech, transcription and video
 * over real HTTP. It answers only what a test has queued or composed, from the fixtures beside it.
 */
export async function startOpenAIServer(): Promise<OpenAIServer> {
  const server = await startProviderServer();
  return { ...server, baseUrl: `${server.origin}/v1` };
}

export function readFixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8');
}

/** A fixture with one text put in the place of `"{{content}}"`. */
export function fillFixture(name: string, content: string): string {
  return readFixture(name).replace('"{{content}}"', () => JSON.stringify(content));
}
