import { expect, test } from 'vitest';
import { ERROR_CODES } from '@/lib/errors';
import { explainFailure } from './failure-advice';

test.each(ERROR_CODES)('%s has a reason in plain words, without its code', (code) => {
  const { reason, advice } = explainFailure(code);
  expect(reason.length).toBeGreaterThan(10);
  expect(`${reason} ${advice ?? ''}`).not.toContain('_');
});

test('what happened to one job is told where it is said for people, and never in a machine’s words', () => {
  expect(explainFailure('spend_cap_reached', 'A story may cost at most $0.50.').reason).toBe(
    'A story may cost at most $0.50.',
  );
  expect(explainFailure('disk_full', 'ENOSPC').reason).not.toContain('ENOSPC');
  expect(explainFailure('a_code_of_tomorrow').reason).toContain('Something went wrong');
});
