import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { twMerge } from 'tailwind-merge';
import { expect, test } from 'vitest';
import { findProperty, mergeClasses } from './merge-classes';

const ROOT = path.resolve(import.meta.dirname, '../..');

test.each([
  ['p-4 px-2 p-6', 'p-6'],
  ['p-4 px-2', 'p-4 px-2'],
  ['w-4 h-4 hover:w-2 size-5', 'hover:w-2 size-5'],
  ['text-sm text-primary text-center text-lg', 'text-primary text-center text-lg'],
  ['data-[state=open]:block block hidden', 'data-[state=open]:block hidden'],
  ['leading-tight text-sm', 'text-sm'],
  ['', ''],
])('%j becomes %j', (classes, merged) => {
  expect(mergeClasses(classes)).toBe(merged);
});

test('of any two classes of this application the one that tailwind-merge takes off is taken off', () => {
  const classes = findClasses();
  expect(classes.length).toBeGreaterThan(300);
  // One of each property stands for the others, to which each of them is compared.
  const examples = new Map(classes.map((name) => [findProperty(name) ?? name, name]));
  const pairs = [...examples.values()].flatMap((first) =>
    [...examples.values()].map((second) => `${first} ${second}`),
  );
  for (const name of classes) pairs.push(`${examples.get(findProperty(name) ?? name)} ${name}`);
  expect(
    pairs
      .filter((pair) => mergeClasses(pair) !== twMerge(pair))
      .map((pair) => `${pair} → ${mergeClasses(pair)}`),
  ).toEqual([]);
});

/** Every class in the sources that tailwind-merge knows, without what it is said of (`hover:`). */
function findClasses(): string[] {
  const found = new Set<string>();
  for (const file of globSync('{app,components}/**/*.tsx', { cwd: ROOT })) {
    for (const [, , text = ''] of readFileSync(path.join(ROOT, file), 'utf8').matchAll(
      /(["'`])((?:(?!\1)[^\\\n])*)\1/g,
    )) {
      for (const word of text.split(/[\s${}]+/)) {
        const name = word.replace(/^(?:[^[(:]|\[[^\]]*\]|\([^)]*\))*:/, '').replace(/!$/, '');
        if (/^[a-z[-][\w:/.\-[\]()%,#&>=*+]*(?<!-)$/.test(name) && twMerge(`${name} ${name}`) === name)
          found.add(name);
      }
    }
  }
  return [...found];
}
