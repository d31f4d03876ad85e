import 'server-only';
import { detectAll } from 'tinyld/light';

/** Letters that are looked at: more tell nothing new. */
const LETTERS = 4_000;
/** What the finder must be sure of at least, and how much surer than of the next one. */
const LEAST_SURE = 0.03;
const LEAST_LEAD = 1.3;

/**
 * What a text is written in, as a BCP-47 tag (`en`, `de`, `ar`). Names alone look like any language: what nothing speaks for
 * is English, as our own storyteller's stories are. Knows some two dozen languages; of the others it names the nearest.
 */
export function detectLanguage(text: string): string {
  const [first, second] = detectAll(text.slice(0, LETTERS));
  if (!first || first.accuracy < LEAST_SURE) return 'en';
  return !second || first.accuracy >= second.accuracy * LEAST_LEAD ? first.lang : 'en';
}
