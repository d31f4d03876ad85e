/** One link of the longest chain: nothing after it can begin before it has ended. */
export type Link = { what: string; ms: number };

export type PathFacts = {
  /** Writers' calls, one after the other, milliseconds each. */
  texts: { step: string; ms: number }[];
  /** Calls that may run side by side, milliseconds each. */
  portraits: number[];
  pictures: number[];
  speeches: number[];
  /** How many calls the provider takes at once, of all kinds together. */
  slots: number;
  filmMs: number;
};

/**
 * The longest chain of dependent work of one story, with as many machines as one likes but only as many calls at once as the
 * provider takes: writing → portraits → pictures, the voices beside both → film.
 */
export function buildCriticalPath(facts: PathFacts): Link[] {
  const { portraits, pictures, speeches, slots } = facts;
  const portraitsMs = shortestMs(portraits, slots);
  const pagesMs = Math.max(
    portraitsMs + shortestMs(pictures, slots),
    shortestMs([...portraits, ...pictures, ...speeches], slots),
  );
  const links = [
    ...facts.texts.map(({ step, ms }) => ({ what: step, ms })),
    { what: portraits.length === 1 ? '1 portrait' : `${portraits.length} portraits`, ms: portraitsMs },
    { what: `${pictures.length} pictures, ${speeches.length} voices`, ms: pagesMs - portraitsMs },
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
