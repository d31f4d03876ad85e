import { randomUUID } from 'node:crypto';

/** Path parameters that are no such thing, as they stand in the request line. */
export const ODD_IDS = [
  'x',
  '0',
  '-1',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '%20',
  '%00',
  `${randomUUID()}%00`,
  `${randomUUID()}x`,
  randomUUID().replaceAll('-', ''),
  `%7B${randomUUID()}%7D`,
  '%27%20or%201=1--',
  '*',
  'eq.1',
  `${randomUUID()},id.neq.x`,
  '%F0%9F%A4%B7',
  // Not UTF-8, or no encoding at all.
  '%ff',
  '%ed%a0%80',
  '%zz',
  '..%2f..%2fetc%2fpasswd',
  '%252e%252e%252f',
  'x'.repeat(4_000),
];

export const ODD_NUMBERS = [
  'x',
  '-1',
  '0.5',
  'NaN',
  'Infinity',
  '1e9',
  '2147483648',
  '9007199254740993',
  '%00',
  '0x1',
  '%20',
];

const OUTSIDE = ['etc/passwd', 'package.json', 'secrets.json'];
const UP = 8;

/** Ways out of a folder, as they stand in the request line. */
export const ODD_FILES = [
  ...OUTSIDE.flatMap((file) => [
    // Plain, encoded, half encoded, encoded twice.
    `${'../'.repeat(UP)}${file}`,
    `${'..%2f'.repeat(UP)}${file.replace('/', '%2f')}`,
    `${'%2e%2e%2f'.repeat(UP)}${file.replace('/', '%2F')}`,
    `${'%2e%2e/'.repeat(UP)}${file}`,
    `${'%252e%252e%252f'.repeat(UP)}${file.replace('/', '%252f')}`,
    `${'%25252e%25252e%25252f'.repeat(UP)}${file}`,
    // As another system writes them.
    `${'..%5c'.repeat(UP)}${file.replace('/', '%5c')}`,
    `${'..\\'.repeat(UP)}${file}`,
    `${'....//'.repeat(UP)}${file}`,
    `${'..%c0%af'.repeat(UP)}${file}`,
    `${'..%ef%bc%8f'.repeat(UP)}${file}`,
    // From the root.
    `%2f${file.replace('/', '%2f')}`,
    `/${file}`,
    `file:%2f%2f%2f${file.replace('/', '%2f')}`,
    // Ended early.
    `${'..%2f'.repeat(UP)}${file.replace('/', '%2f')}%00.png`,
    `${randomUUID()}.png%00${file.replace('/', '%2f')}`,
  ]),
  '%00',
  '.',
  '%2e',
  '..%00',
  `${randomUUID()}.png%00`,
  `${randomUUID()}.png%0a`,
  `${randomUUID()}.png;.txt`,
  `${randomUUID()}.p*g`,
  `${randomUUID()}`,
  '.env',
  '%2eenv',
];
