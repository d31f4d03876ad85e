import { APICallError, JSONParseError, TypeValidationError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { createLogger } from './log.ts';

function capture() {
  const lines: string[] = [];
  return { lines, logger: createLogger({ write: (line: string) => void lines.push(line) }) };
}

describe('createLogger', () => {
  it('writes one JSON object a line with time, level, message and the fields', () => {
    const { lines, logger } = capture();
    logger.child({ requestId: 'r-1' }).info({ jobId: 'j-1' }, 'story requested');
    const entry = JSON.parse(lines[0] ?? '');
    expect(entry).toMatchObject({ level: 'info', requestId: 'r-1', jobId: 'j-1', msg: 'story requested' });
    expect(Date.parse(entry.time)).not.toBeNaN();
  });

  it('never writes credentials or what people wrote, however deep they are', () => {
    const { lines, logger } = capture();
    logger.info(
      {
        request: {
          headers: { authorization: 'Bearer abcdefghijkl', cookie: 'session=s3cret', accept: '*/*' },
        },
        session: [{ access_token: 'tok-en', refreshToken: 'tok-en' }],
        prompt: 'Leo is afraid of the dark',
        OPENAI_API_KEY: 'sk-live-1234567890',
        note: 'called with sk-live-1234567890 and eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
      },
      'sent',
    );
    expect(lines[0]).not.toMatch(/abcdefghijkl|s3cret|tok-en|afraid|sk-live|eyJ/);
    expect(lines[0]).toContain('*/*');
  });

  it('keeps a prompt and an answer out of the log when an AI service’s error brings them along', () => {
    const told = 'Leo is afraid of the dark';
    const errors = [
      new APICallError({
        message: 'Bad request',
        url: 'https://api.example/v1/responses',
        statusCode: 400,
        requestBodyValues: { model: 'writer', input: [{ role: 'user', content: told }] },
        responseBody: JSON.stringify({ echo: told }),
      }),
      new JSONParseError({ text: told, cause: new SyntaxError('Unexpected token') }),
      new TypeValidationError({ value: { title: told }, cause: new Error('title is too long') }),
    ];
    for (const cause of errors) {
      const { lines, logger } = capture();
      logger.error({ err: new AppError('provider_failed', 'It failed.', { cause }) }, 'step failed');
      expect(lines[0]).not.toContain('afraid');
      expect(JSON.parse(lines[0] ?? '').err.cause).toMatchObject({ name: cause.name });
      expect(JSON.parse(lines[0] ?? '').err.cause.stack).toContain('log.test.ts');
    }
  });

  it('keeps the code, the stack and the causes of an error', () => {
    const { lines, logger } = capture();
    const cause = Object.assign(new Error('ECONNREFUSED with Bearer abcdefghijkl'), { code: 'ECONNREFUSED' });
    logger.error({ err: new AppError('database_failed', 'Could not read.', { cause }) }, 'request failed');
    const { err } = JSON.parse(lines[0] ?? '');
    expect(err).toMatchObject({
      name: 'AppError',
      code: 'database_failed',
      message: 'Could not read.',
      cause: { code: 'ECONNREFUSED', message: 'ECONNREFUSED with [redacted]' },
    });
    expect(err.stack).toContain('log.test.ts');
  });

  it('writes nothing down that a service quotes of what it was sent', () => {
    const { lines, logger } = capture();
    const sound = Buffer.from('the sound of a voice, forty bytes of it, or more');
    const quoted = `Invalid file: ${sound.toString('base64')} / ${sound.toString('hex')}`;
    const cause = new APICallError({
      message: quoted,
      url: 'https://api.example/v1/audio/transcriptions',
      requestBodyValues: { audio: sound },
      statusCode: 400,
      responseBody: quoted,
      data: { error: { message: quoted } },
    });
    logger.error({ err: new AppError('provider_rejected', 'It refused.', { cause }) }, 'request failed');
    expect(lines.join('')).not.toContain(sound.toString('base64'));
    expect(lines.join('')).not.toContain(sound.toString('hex'));
    expect(JSON.parse(lines[0] ?? '').err.cause).toMatchObject({
      statusCode: 400,
      url: 'https://api.example/v1/audio/transcriptions',
      message: 'Invalid file: [redacted] / [redacted]',
    });
  });

  it('survives what JSON cannot hold', () => {
    const { lines, logger } = capture();
    const circle: Record<string, unknown> = { big: 10n, bytes: new Uint8Array(3) };
    circle.self = circle;
    logger.info({ circle }, 'odd');
    expect(JSON.parse(lines[0] ?? '').circle).toMatchObject({ big: '10', bytes: '[3 bytes]' });
  });
});
