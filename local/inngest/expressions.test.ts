import { expect, it } from 'vitest';
import { evaluateExpression, evaluateKey, expressionMatches, expressionProblem } from './expressions.ts';

const event = { name: 'x', data: { n: 2, id: 'a', list: ['b'] } };

it('compares fields of the event with values and with the later event', () => {
  expect(expressionMatches('event.data.n == 2', { event })).toBe(true);
  expect(expressionMatches('event.data.n > 2', { event })).toBe(false);
  expect(expressionMatches('event.data.id == async.data.id', { event, async: { data: { id: 'a' } } })).toBe(
    true,
  );
  expect(expressionMatches('event.data.id in ["a"] && "b" in event.data.list', { event })).toBe(true);
});

it('lets a missing field match nothing, not even another missing field', () => {
  expect(expressionMatches('event.data.x == async.data.x', { event, async: { data: {} } })).toBe(false);
  expect(expressionMatches('event.data.x != "a"', { event })).toBe(false);
  expect(evaluateExpression('event.data.x', { event })).toBeUndefined();
});

it('gives numbers, and keys that differ when the values do', () => {
  expect(evaluateExpression('event.data.n > 1 ? 100 : 0', { event })).toBe(100);
  expect(evaluateKey('event.data.id', event)).toBe('"a"');
  expect(evaluateKey('event.data.x', event)).toBe('null');
  expect(evaluateKey(undefined, event)).toBe('');
});

it('says what is wrong with an expression before it is used', () => {
  expect(expressionProblem('event.data.n == 1')).toBeUndefined();
  expect(expressionProblem('event.data.(')).toEqual(expect.any(String));
});
