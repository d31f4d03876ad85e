import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';

const FOLDER = path.join(import.meta.dirname, '../../tests/fixtures/conversations');

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 1 ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : [];
}

test('nothing that was said in a recorded conversation, however short, is refused', () => {
  const texts = new Set(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => listTexts(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')))),
  );
  expect(texts.size).toBeGreaterThan(300);
  expect([...texts].filter((text) => !checkText(text, { place: 'chat' }).allowed)).toEqual([]);
});
