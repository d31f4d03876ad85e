import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { repairDriverSource } from './repair-driver.ts';

const driver = readFileSync(fileURLToPath(new URL('connection.js', import.meta.resolve('postgres'))), 'utf8');

test('every repair still has its place in the installed driver', () => {
  const repaired = repairDriverSource(driver);
  expect(repaired).toContain('if (socket === null) {');
  expect(repaired.match(/chunk = nextWriteTimer = null/g)).toHaveLength(4);
  expect(repaired).not.toContain('!hadError && (query');
});

test('another driver is refused instead of being run unrepaired', () => {
  expect(() => repairDriverSource(driver.replaceAll('nextWrite(fn)', 'flush(fn)'))).toThrow(/npm ci/);
  expect(() => repairDriverSource(repairDriverSource(driver))).toThrow(/npm ci/);
});
