import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { storyBriefSchema } from '../story/schema.ts';
import { checkText } from './check-text.ts';
import { guardBrief } from './guard.ts';
import { createGuardrailsReader } from './guardrails-config.ts';
import { readGuardrailsFile } from './guardrails-file.ts';
import { breaksTone, measureTone } from './tone.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guardrails-file-'));
const file = path.join(folder, 'guardrails.yaml');
const GOOD = `
default: { banned_terms: [purple], tone_thresholds: { fear: 9, sad: 8 } }
profiles:
  bedtime: { banned_terms: [thunder*], tone_thresholds: { fear: 3, calm: 2 } }
  calm: { banned_terms: [drum], tone_thresholds: { fear: 5, calm: 1, sad: 1 } }
  likes trains: { tone_thresholds: { excitement: 50 } }`;
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => writeFileSync(file, GOOD));

test('mood, routine and preferences pick entries: terms come together, the strictest threshold counts', () => {
  const read = createGuardrailsReader(file);
  const both = read(['calm and a bit shy', 'our bedtime walk', 'likes trains']);
  expect(both.banned?.test('a drum in a thunderstorm')).toBe(true);
  expect(both.banned?.test('purple')).toBe(false);
  expect(both.toneThresholds).toEqual({ fear: 3, sad: 1, calm: 2, excitement: 50 });
  expect(read(['calmer days']).banned?.test('purple')).toBe(true);
});

test('a file that is replaced by one of the same size and time is noticed', () => {
  const read = createGuardrailsReader(file);
  utimesSync(file, 1_000, 1_000);
  expect(read().banned?.test('purple')).toBe(true);
  const next = path.join(folder, 'next.yaml');
  writeFileSync(next, GOOD.replace('purple', 'yellow'));
  utimesSync(next, 1_000, 1_000);
  renameSync(next, file);
  expect(read().banned?.test('purple')).toBe(false);
  expect(read().banned?.test('yellow')).toBe(true);
});

test('the state says in words what is broken, without the terms, and recovers', () => {
  const read = createGuardrailsReader(file, () => {});
  expect(read.getState()).toMatchObject({ ok: true, loadedAt: expect.any(Date) });
  writeFileSync(file, 'default: { banned_terms: [secretword, 12] }');
  const broken = read.getState();
  expect(broken.ok).toBe(false);
  expect(broken.message).toMatch(/default\.banned_terms\.1/);
  expect(broken.message).toMatch(/last good one/);
  expect(broken.message).not.toMatch(/secretword/);
  expect(broken.loadedAt).toBeInstanceOf(Date);
  writeFileSync(file, `${GOOD}\n`);
  expect(read.getState()).toMatchObject({ ok: true });
  const none = createGuardrailsReader(path.join(folder, 'none.yaml'), () => {}).getState();
  expect(none).toMatchObject({ ok: false, loadedAt: null });
});

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
  .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
  .join('\n')}\ndefault: { banned_terms: *i }`;

test.each([
  ['a bomb of aliases', bomb],
  ['a list', '[1, 2]'],
  ['nothing', ''],
  ['a number for a term', 'default: { banned_terms: 7 }'],
  ['a threshold in words', 'default: { tone_thresholds: { fear: much } }'],
  ['a kind nobody knows', 'default: { tone_thresholds: { spooky: 1 } }'],
  ['a key twice', 'default: {}\ndefault: {}'],
  ['a tab', 'default:\n\tbanned_terms: [a]'],
  ['deep nesting', `default: ${'['.repeat(5_000)}`],
  ['a huge file', `default: {}\n#${'x'.repeat(300_000)}`],
  ['bytes that are no text', '\u0000\u0001\u0002: [&'],
])('%s is refused with a typed error in bounded time', (_, content) => {
  writeFileSync(file, content);
  const startedAt = performance.now();
  let caught: unknown;
  try {
    readGuardrailsFile(file);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(AppError);
  expect(caught).toMatchObject({ code: 'misconfigured' });
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test('the file that ships is good, and a bedtime brief is held to its entry', () => {
  const prompt = 'A zombie bakes bread';
  expect(checkText(prompt, { place: 'prompt' }).allowed).toBe(true);
  const brief = (mood: string) => storyBriefSchema.parse({ prompt, profile: { mood } });
  expect(() => guardBrief(brief('cheerful'))).not.toThrow();
  expect(() => guardBrief(brief('ready for bedtime'))).toThrow(AppError);
});

test('calm, fear, sadness and excitement are counted; what is negated is not', () => {
  const fill = 'the fox and the hare walk over the hill to the old mill by the river and back '.repeat(3);
  const calm = measureTone(`${fill} softly gently asleep`);
  expect(calm?.calm).toBeGreaterThan(4);
  expect(measureTone(`${fill} not afraid and never scared`)?.fear).toBe(0);
  expect(measureTone(`${fill} afraid and scared`)?.fear).toBeGreaterThan(2);
  expect(breaksTone(fill, { calm: 1 })).toBe(true);
  expect(breaksTone(`${fill} softly asleep`, { calm: 1 })).toBe(false);
  expect(breaksTone(`${fill} boom crash bang suddenly`, { excitement: 3 })).toBe(true);
  expect(measureTone('too short to tell')).toBeUndefined();
});
