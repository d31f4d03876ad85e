import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';

/** What a suite's machine-readable report says: how many tests, and a line for each one that did not pass at once. */
export type SuiteResult = { passed: number; failed: number; remarks: string[] };

/** @param root folder that tests are named from */
export function readVitestReport(report: JsonTestResults, root: string): SuiteResult {
  const remarks = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const ofTests = assertionResults.flatMap(({ fullName, status, failureMessages }) => {
      if (status !== 'failed' && !failureMessages?.length) return [];
      return remark(status === 'failed', `${file} › ${fullName}`, failureMessages);
    });
    // A file that does not load has a message and no tests.
    return message ? [remark(true, file, [message]), ...ofTests] : ofTests;
  });
  return { passed: report.numPassedTests, failed: report.numFailedTests, remarks };
}

export function readPlaywrightReport(report: JSONReport): SuiteResult {
  const remarks = report.suites.flatMap(specsOf).flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, status, results }) => {
        const reasons = results.map(({ error }) => error?.message ?? error?.value ?? '');
        return remark(status === 'unexpected', `[${projectName}] ${file}:${line} › ${title}`, reasons);
      }),
  );
  remarks.push(
    ...report.errors.map((error) => remark(true, 'browser', [error.message ?? error.value ?? ''])),
  );
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected, remarks };
}

function specsOf(suite: JSONReportSuite): JSONReportSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * One line, however long its reasons: `failed: file › test: reason` or `second try: …`.
 * @param reasons of each try: the first is often the cause, and the second what it left behind
 */
function remark(hasFailed: boolean, test: string, reasons: string[] | null | undefined): string {
  const said = new Set(
    reasons?.map((reason) =>
      stripVTControlCharacters(reason)
        .split('\n')
        .filter((line) => !/^\s+at /.test(line))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 400),
    ),
  );
  said.delete('');
  return `${hasFailed ? 'failed' : 'second try'}: ${test}: ${[...said].join(' | then: ') || 'no reason was given'}`;
}
