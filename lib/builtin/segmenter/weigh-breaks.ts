/** How much speaks for a new scene, beyond what the writer marked: a new time, a new place, other people and things. */

const NEW_TIME =
  /^["“”‘«„]?\s*(?:the (?:next|following|other|very next) (?:morning|day|night|evening|week|year|spring|summer|autumn|winter)|next (?:morning|day|week|year)|(?:that|one|early the next|late that|early one|late one|every|by) (?:\p{L}+ )?(?:morning|day|night|evening|afternoon|nightfall|noon|midnight|spring|summer|autumn|winter)|(?:in|at|by|before|towards) (?:the )?(?:morning|dawn|noon|dusk|evening|night|nightfall|midnight|sunrise|sunset|end)\b|(?:when|as soon as|just as|after) (?:the )?(?:morning|night|evening|sun|moon|winter|spring|summer|autumn|snow|rain|storm|day)\b|(?:\p{L}+ )?(?:\p{L}+ )?(?:minutes|hours|days|nights|weeks|months|years) (?:later|passed|went by|after)|(?:much |a little |some time |not long )?(?:later|afterwards|after (?:that|dinner|lunch|breakfast|supper|school|a (?:while|time|long)))\b|(?:long|many years) ago|meanwhile|at last|am (?:nächsten|anderen|abend|morgen)|eines (?:tages|nachts|morgens)|in der nacht|später|le lendemain|un (?:jour|soir|matin)|plus tard|enfin|al día siguiente|un día|más tarde|por fin|il giorno dopo|un giorno|più tardi|de volgende dag|op een dag|第二天|有一天|后来)/iu;
const NEW_PLACE =
  /^["“”‘«„]?\s*(?:(?:far away|outside|inside|upstairs|downstairs|back (?:at|in|home)|deep (?:in|under|inside)|high (?:up|above)|down (?:in|at|by)|on the other side|across the|at the (?:edge|top|bottom|foot|end|gate|door)|in the (?:middle|depths|heart))\b|.{0,60}\b(?:arrived|reached|came to|entered|stepped into|walked into|ran into|climbed (?:up|into)|sailed|flew (?:to|over|up)|landed|left the|returned to|went (?:home|back|inside|outside))\b)/iu;
const TURN =
  /^["“”‘«„]?\s*(?:suddenly|all at once|just then|at that moment|then one|finally|plötzlich|endlich|soudain|de repente|all'improvviso|突然)/iu;

/** The weight of the words a sentence begins with, 0 to about 1.6. */
export function weighOpening(sentence: string): number {
  const opening = sentence.slice(0, 120);
  return (
    (NEW_TIME.test(opening) ? 1 : 0) + (NEW_PLACE.test(opening) ? 0.6 : 0) + (TURN.test(opening) ? 0.35 : 0)
  );
}

const WINDOW_WORDS = 120;

/**
 * How little the words after each candidate share with those before it, 0 (the same words) to 1 (none): lexical cohesion
 * as in TextTiling (Hearst 1997), over content words.
 */
export function measureShifts(
  sentences: readonly string[],
  candidates: readonly number[],
): Map<number, number> {
  const words = sentences.map((sentence) => contentWords(sentence));
  const shifts = new Map<number, number>();
  for (const at of candidates) {
    const before = collect(words, at - 1, -1);
    const after = collect(words, at, 1);
    shifts.set(at, before.size === 0 || after.size === 0 ? 0 : 1 - cosine(before, after));
  }
  return shifts;
}

function contentWords(sentence: string): string[] {
  const words = sentence.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.map((word) => word.slice(0, 7));
}

function collect(words: readonly string[][], from: number, step: 1 | -1): Map<string, number> {
  const counts = new Map<string, number>();
  let seen = 0;
  for (let index = from; index >= 0 && index < words.length && seen < WINDOW_WORDS; index += step) {
    for (const word of words[index] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    seen += words[index]?.length ?? 0;
  }
  return counts;
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [word, count] of one) dot += count * (other.get(word) ?? 0);
  const norm = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  return dot / (norm(one) * norm(other));
}
