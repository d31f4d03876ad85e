import type { PictureSize } from './providers/provider.ts';

/** A clip that is this much shorter than its page is slowed down (lib/film/clip-motion.ts): nothing is seen of it. */
const SLOWED = 0.7;

/**
 * The shape of one page's clip: the size whose shape is nearest to the film's, large enough for it where there is one, and
 * the shortest length that fills the page. Seconds are what is paid for.
 * @param film the film's frame · @param seconds how long the page is seen
 */
export function chooseVideoShape(
  shapes: { seconds: number[]; sizes: PictureSize[] },
  film: PictureSize,
  seconds: number,
): { size: PictureSize; seconds: number } {
  const distance = (size: PictureSize) =>
    Math.abs(Math.log(size.width / size.height) - Math.log(film.width / film.height));
  const nearest = Math.min(...shapes.sizes.map(distance));
  const alike = shapes.sizes
    .filter((size) => distance(size) < nearest + 0.05)
    .toSorted((a, b) => a.width * a.height - b.width * b.height);
  const size =
    alike.find((each) => each.width >= film.width && each.height >= film.height) ?? alike.at(-1) ?? film;
  const lengths = shapes.seconds.toSorted((a, b) => a - b);
  return { size, seconds: lengths.find((length) => length >= seconds * SLOWED) ?? lengths.at(-1) ?? 4 };
}
