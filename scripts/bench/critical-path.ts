/** One link of the longest chain: nothing after it can begin before it has ended. */
export type Link = { what: string; ms: number };

export type PathFacts = {
  /** Writers' calls, one after the other, milliseconds each. */
  texts: { step: string; ms: number }[];
  /** Calls that may run side by side, milliseconds each. */
  portraits: number[];
  pictures: number[];
  speeches: number[];
  /** How many calls the provider of each takes at once. */
  pictureSlots: number;
  speechSlots: number;
  /** True when pictures and voices share the same slots. */
  shareSlots: boolean;
  filmMs: number;
};

/**
 * The longest chain of dependent work of one story, with as many machines as one likes but only as many calls at once as the
 * provider allows: writing → portraits → the longer of pictures and voices → film.
 */
export function buildCriticalPath(facts: PathFacts): Link[] {
  const { portraits, pictures, speeches } = facts;
  const pagesMs = Math.max(
    shortestMs(pictures, facts.pictureSlots),
    shortestMs(speeches, facts.speechSlots),
    facts.shareSlots ? shortestMs([...pictures, ...speeches], facts.pictureSlots) : 0,
  );
  const links = [
    ...facts.texts.map(({ step, ms }) => ({ what: step, ms })),
    { what: `${portraits.length} portraits`, ms: shortestMs(portraits, facts.pictureSlots) },
    { what: `${pictures.length} pictures beside ${speeches.length} voices`, ms: pagesMs },
    { what: 'film, as it was rendered', ms: facts.filmMs },
  ];
  return links.filter(({ ms }) => ms > 0);
}

/** No plan for calls of these lengths on so many slots is shorter: the longest call, or all work spread evenly. */
function shortestMs(calls: number[], slots: number): number {
  const total = calls.reduce((sum, ms) => sum + ms, 0);
  return Math.max(0, ...calls, total / slots);
}

export function sumPath(links: Link[]): number {
  return links.reduce((sum, { ms }) => sum + ms, 0);
}
