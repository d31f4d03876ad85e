import { describe, expect, it } from 'vitest';
import { buildContactSheet } from './contact-sheet.ts';
import type { Taken } from './take-shots.ts';

const shot = { name: 'start', shows: 'the first page', as: 'stranger', path: () => '/' } as const;
const took = (part: Partial<Taken>): Taken => ({
  shot,
  light: 'dark',
  widthPx: 390,
  file: 'start-390-dark.png',
  trouble: null,
  ...part,
});

describe('the contact sheet', () => {
  it('has a row for each page with its pictures in order, and says what went wrong', () => {
    const html = buildContactSheet(
      [
        took({ widthPx: 1440, file: 'start-1440-dark.png', trouble: 'answered 500 <instead>' }),
        took({}),
        took({ shot: { ...shot, name: 'login' }, file: 'login-390-dark.png' }),
      ],
      ['dark'],
      [390, 1440],
    );
    expect([...html.matchAll(/<section id="(\w+)"/g)].map(([, name]) => name)).toEqual(['start', 'login']);
    expect([...html.matchAll(/src="([^"]+)"/g)].map(([, file]) => file)).toEqual([
      'start-390-dark.png',
      'start-1440-dark.png',
      'login-390-dark.png',
    ]);
    expect(html).toContain('answered 500 &#60;instead&#62;');
  });
});
