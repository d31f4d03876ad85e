/** L 0…100, a and b about −128…127. */
export type Lab = [number, number, number];

/**
 * Pages are lit by the sun, the moon and lamps: how bright a colour is says less about whose it is than its tint, so
 * brightness counts half.
 */
export const BRIGHTNESS = 0.5;

/** How different two colours look; about 2 is just seen, 30 is another colour (CIE 1976, with less weight on L). */
export function colourDistance(one: Lab, other: Lab): number {
  return Math.hypot((one[0] - other[0]) * BRIGHTNESS, one[1] - other[1], one[2] - other[2]);
}

/**
 * How far somebody's colours are from those of a picture: for each of theirs, weighted by its share, the nearest one that
 * the picture has. A background adds colours and takes none away, so it changes this little.
 * @returns 0 when all are there; 0 too when there is nothing to look for
 */
export function paletteDistance(
  wanted: readonly { lab: Lab; share: number }[],
  found: readonly { lab: Lab; share: number }[],
): number {
  const total = wanted.reduce((sum, { share }) => sum + share, 0);
  if (total === 0 || found.length === 0) return 0;
  const distance = wanted.reduce(
    (sum, colour) =>
      sum + colour.share * Math.min(...found.map((candidate) => colourDistance(colour.lab, candidate.lab))),
    0,
  );
  return distance / total;
}
