import { expect, test } from 'vitest';
import { callProvider } from '../../lib/ai/call-provider.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { createLogger } from '../../lib/log.ts';
import { composeFault } from './planned-faults.ts';
import type { Answer, ProviderServer } from './provider-server.ts';

type Failure = { name: string; answer: Answer; code: ErrorCode; retryAfterSeconds?: number };

/**
 * Tests how one kind of call of one provider fails: what the service says (`failures`), and what may happen to any
 * connection. None of it may tell our key.
 * @param call asks the server of the test once; `key` is what the service knows us by
 */
export function expectFailures(
  what: string,
  {
    server,
    call,
    key,
    failures,
  }: {
    server: () => ProviderServer;
    call: (signal: AbortSignal) => Promise<unknown>;
    key: string | undefined;
    failures: Failure[];
  },
): void {
  const fail = async () => {
    const before = server().requests.length;
    const error = await callProvider(undefined, call).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(server().requests.length - before).toBeLessThanOrEqual(1);
    if (key !== undefined) expectNothingTold(error, key);
    return error;
  };

  test.each(failures)(`${what}: $name is $code`, async ({ answer, code, retryAfterSeconds }) => {
    server().answer(answer);
    expect(await fail()).toMatchObject({
      code,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  });

  test(`${what}: an answer that breaks off may pass by itself`, async () => {
    server().answer(composeFault('broken_off'));
    expect(await fail()).toMatchObject({ code: 'provider_failed' });
  });

  test(`${what}: nobody who listens may pass by itself`, async () => {
    await server().refuse();
    try {
      expect(await fail()).toMatchObject({ code: 'provider_failed' });
    } finally {
      await server().accept();
    }
  });

  test(`${what}: a service that says nothing is not waited for beyond the time`, async () => {
    server().answer(composeFault('never_answers'));
    await expect(callProvider(undefined, call, 150)).rejects.toMatchObject({ code: 'provider_failed' });
  });

  test(`${what}: whoever asked may stop it`, async () => {
    server().answer(composeFault('never_answers'));
    const stop = new AbortController();
    const reason = new Error('Nobody waits any more.');
    setTimeout(() => stop.abort(reason), 100);
    await expect(callProvider(stop.signal, call)).rejects.toSatisfy(() => stop.signal.aborted);
    // The service is told too: the connection has ended.
    await expect.poll(() => server().requests.at(-1)?.endedMs).toBeDefined();
  });
}

/** Neither the sentence people read nor a line of the log. */
function expectNothingTold(error: unknown, key: string): void {
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).not.toContain(key);
  const lines: string[] = [];
  createLogger({ write: (line: string) => void lines.push(line) }).error({ err: error }, 'call failed');
  expect(lines.join('')).not.toContain(key);
}
