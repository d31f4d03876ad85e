import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions, UsageError } from './options.ts';

describe('the command line', () => {
  test('reads the prompt and the options that are in the README', () => {
    const options = readOptions([
      'A brave little mouse',
      '--age-group',
      '3-5',
      '--scenes',
      '3',
      '--out',
      './out',
      '--json',
    ]);
    expect(options).toMatchObject({
      json: true,
      quiet: false,
      request: { prompt: 'A brave little mouse', age_group: '3-5', num_illustrations: 3 },
    });
    expect(options !== 'help' && path.isAbsolute(options.out)).toBe(true);
  });

  test.each([
    [[], 'prompt'],
    [['x', '--age-group', '99'], 'age_group'],
    [['x', '--scenes', '0'], 'num_illustrations'],
    [['x', '--scenes', 'many'], '--scenes'],
    [['x', '--colour', 'red'], '--colour'],
    [['x'.repeat(20_000)], 'prompt'],
  ])('refuses %j before anything is started, naming %s', (args, name) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(name);
  });

  test('explains itself', () => {
    expect(readOptions(['--help'])).toBe('help');
  });
});
