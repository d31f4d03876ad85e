import { afterEach, expect, test, vi } from 'vitest';
import { rememberRefusal, type SchemaServer, wasRefused } from './refused-schemas.ts';

const SERVER: SchemaServer = { baseUrl: 'http://127.0.0.1:1/v1', refuses: 'every schema' };
const ask = (modelId: string, given: Partial<SchemaServer> = {}, schema: object = { type: 'object' }) => ({
  server: { ...SERVER, ...given },
  model: { provider: 'compatible.chat', modelId },
  schema,
});

afterEach(() => void vi.useRealTimers());

test('is known by service, address and model, whatever the schema', () => {
  rememberRefusal(ask('old'));
  expect(wasRefused(ask('old'))).toBe(true);
  expect(wasRefused(ask('old', {}, { type: 'object', title: 'another' }))).toBe(true);
  expect(wasRefused(ask('new'))).toBe(false);
  expect(wasRefused(ask('old', { baseUrl: 'http://127.0.0.1:2/v1' }))).toBe(false);
  const other = ask('old');
  expect(wasRefused({ ...other, model: { ...other.model, provider: 'huggingface' } })).toBe(false);
});

test('where a service judges schema by schema, the others are still sent', () => {
  const large = { type: 'object', title: 'too large' };
  rememberRefusal(ask('judge', { refuses: 'one schema' }, large));
  expect(wasRefused(ask('judge', { refuses: 'one schema' }, large))).toBe(true);
  expect(wasRefused(ask('judge', { refuses: 'one schema' }))).toBe(false);
});

test('is tried again after an hour', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  rememberRefusal(ask('restarted'));
  vi.advanceTimersByTime(3_599_000);
  expect(wasRefused(ask('restarted'))).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(wasRefused(ask('restarted'))).toBe(false);
});

test('only the newest are kept', () => {
  for (let index = 0; index <= 500; index += 1) rememberRefusal(ask(`model-${index}`));
  expect(wasRefused(ask('model-0'))).toBe(false);
  expect(wasRefused(ask('model-1'))).toBe(true);
  expect(wasRefused(ask('model-500'))).toBe(true);
});
