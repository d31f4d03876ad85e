import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CODES } from '../errors.ts';
import { problemSchema } from '../story/views.ts';
import { createProblemResponse, isServerFault } from './problem.ts';

describe('createProblemResponse', () => {
  it('answers every code with a problem that has the documented shape', async () => {
    for (const code of ERROR_CODES) {
      const response = createProblemResponse(new AppError(code, 'It went wrong.'), { requestId: 'r-1' });
      const problem = problemSchema.parse(await response.json());
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(response.headers.get('x-request-id')).toBe('r-1');
      expect(problem).toMatchObject({
        type: `urn:storyloom:problem:${code}`,
        code,
        status: response.status,
        request_id: 'r-1',
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('says nothing about an error that is not ours', async () => {
    const response = createProblemResponse(new Error('password=hunter2 at /srv/app/db.ts'));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/hunter2|srv/);
  });

  it('keeps the insides of a failing database out of the answer', async () => {
    const response = createProblemResponse(new AppError('database_failed', 'relation "jobs" does not exist'));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('relation');
  });

  it('lists the fields that were wrong', async () => {
    const fields = [{ path: 'num_illustrations', message: 'Too big' }];
    const response = createProblemResponse(new AppError('invalid_request', 'Not valid.', { fields }));
    expect(await response.json()).toMatchObject({ errors: fields });
  });

  it('says when to come back, in whole seconds and never zero', () => {
    const retryAfter = (retryAfterSeconds: number) =>
      createProblemResponse(new AppError('rate_limited', 'Slow down.', { retryAfterSeconds })).headers.get(
        'retry-after',
      );
    expect(retryAfter(12.2)).toBe('13');
    expect(retryAfter(0.01)).toBe('1');
  });

  it('names the scheme when nobody is signed in', () => {
    const response = createProblemResponse(new AppError('unauthenticated', 'Sign in.'));
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
});

describe('isServerFault', () => {
  it('tells our faults from the caller’s', () => {
    expect(isServerFault(new AppError('not_found', ''))).toBe(false);
    expect(isServerFault(new AppError('database_failed', ''))).toBe(true);
    expect(isServerFault(new TypeError('x'))).toBe(true);
  });
});
