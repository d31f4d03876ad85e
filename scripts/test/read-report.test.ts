import type { JSONReport } from '@playwright/test/reporter';
import { expect, test } from 'vitest';
import type { JsonTestResults } from 'vitest/node';
import { readPlaywrightReport, readVitestReport } from './read-report';

test('a report of Vitest is counted, and what failed or needed a second try is named with its reason', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      {
        name: '/checkout/lib/a.test.ts',
        message: '',
        assertionResults: [
          { fullName: 'passes', status: 'passed', failureMessages: [] },
          {
            fullName: 'passes late',
            status: 'passed',
            failureMessages: ['Error: timed out\n    at /x.ts:1'],
          },
          {
            fullName: 'fails',
            status: 'failed',
            failureMessages: ['Error: first', '\u001b[31mError\u001b[0m: last'],
          },
        ],
      },
      { name: '/checkout/lib/b.test.ts', message: 'Cannot find module', assertionResults: [] },
    ],
  } as unknown as JsonTestResults;
  expect(readVitestReport(report, '/checkout')).toEqual({
    passed: 2,
    failed: 1,
    remarks: [
      'second try: lib/a.test.ts › passes late: Error: timed out',
      'failed: lib/a.test.ts › fails: Error: first | then: Error: last',
      'failed: lib/b.test.ts: Cannot find module',
    ],
  });
});

test('a report of Playwright is counted through its nested suites, flaky tests as passed', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ projectName: 'phone', status, results: [{ error: message ? { message } : undefined }, {}] }],
  });
  const report = {
    errors: [],
    stats: { expected: 1, flaky: 1, unexpected: 1 },
    suites: [
      {
        specs: [spec('passes', 'expected')],
        suites: [{ specs: [spec('passes late', 'flaky', 'not seen'), spec('fails', 'unexpected', 'gone')] }],
      },
    ],
  } as unknown as JSONReport;
  expect(readPlaywrightReport(report)).toEqual({
    passed: 2,
    failed: 1,
    remarks: [
      'second try: [phone] a.spec.ts:7 › passes late: not seen',
      'failed: [phone] a.spec.ts:7 › fails: gone',
    ],
  });
});
