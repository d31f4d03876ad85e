import type { Wish } from './prompt-reading.ts';
import { readThing } from './read-thing.ts';
import type { Term } from './terms.ts';

const DEEDS = {
  shared: /^(share|shares|shared|sharing)$/,
  baked: /^(bake|bakes|baked|baking)$/,
  planted: /^(plant|plants|planted|planting|grow|grows|grew|growing)$/,
} as const;

/** The things a prompt's deeds are about: what is shared, baked, planted, and what a race is run with. */
export type Things = Partial<Record<keyof typeof DEEDS | 'raced', Wish>>;

/** "learns to share his cushion" → shared: cushion; "a race on scooters", "a scooter race" → raced: scooter. */
export function findThings(terms: readonly Term[]): Things {
  const things: Things = {};
  terms.forEach((term, index) => {
    for (const deed of Object.keys(DEEDS) as (keyof typeof DEEDS)[]) {
      if (!DEEDS[deed].test(term.lower) || term.endsClause) continue;
      const thing = readThing(terms, index + 1);
      if (thing) things[deed] ??= thing;
    }
    if (/^(race|races|racing)$/.test(term.lower)) {
      const on = /^(on|in|with|their|his|her)$/.test(terms[index + 1]?.lower ?? '');
      const vehicle = on ? readThing(terms, index + 2) : readBefore(terms, index);
      if (vehicle) things.raced ??= vehicle;
    }
  });
  return things;
}

function readBefore(terms: readonly Term[], index: number): Wish | undefined {
  const before = terms[index - 1];
  return before?.isNoun && !before.isName && !before.endsClause
    ? readThing(terms.slice(0, index), index - 1)
    : undefined;
}
