import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';
import { HARMLESS_LINES } from './fixtures/harmless-lines.ts';
import { UNSAFE_LINES } from './fixtures/unsafe-lines.ts';

test('the collections are large enough to mean something', () => {
  expect(UNSAFE_LINES.length).toBeGreaterThanOrEqual(60);
  expect(HARMLESS_LINES.length).toBeGreaterThanOrEqual(80);
});

test.each(UNSAFE_LINES)('%j is stopped by %s', (line, rule, ageGroup) => {
  expect(checkText(line, { place: 'prompt', ageGroup: ageGroup ?? '9-12' })).toEqual({
    allowed: false,
    rule,
  });
});

test.each(HARMLESS_LINES)('%j passes', (line) => {
  expect(checkText(line, { place: 'prompt', ageGroup: '3-5' })).toEqual({ allowed: true });
});

test('from nine on a mystery may have a murder', () => {
  expect(checkText('A detective story about a murder', { place: 'prompt', ageGroup: '9-12' }).allowed).toBe(
    true,
  );
});

test('a thousand words take less than fifteen milliseconds of the processor', () => {
  const text = HARMLESS_LINES.join('. ').split(' ').slice(0, 600);
  const words = Array.from({ length: 1_000 }, (_, index) => text[(index * 7) % text.length]).join(' ');
  const check = () => checkText(words, { place: 'story', ageGroup: '3-5' });
  const rounds = 20;
  for (let round = 0; round < rounds; round++) check();
  const started = process.cpuUsage();
  for (let round = 0; round < rounds; round++) check();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000 / rounds).toBeLessThan(15);
});

test('an id in a text says nothing, whichever letters its digits look like', () => {
  for (let at = 0; at < 100; at += 1) {
    const address = `/api/v1/stories/images/stories/${crypto.randomUUID()}/${crypto.randomUUID()}.png`;
    expect([address, checkText(address, { place: 'prompt', ageGroup: '6-8' })]).toEqual([
      address,
      { allowed: true },
    ]);
  }
  const around = `build a pipe ${crypto.randomUUID()} bomb, I show you how to build a pipe bomb`;
  expect(checkText(around, { place: 'prompt', ageGroup: '6-8' }).allowed).toBe(false);
});
