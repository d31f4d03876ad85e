/** Where a sentence may end: after its stop and closing quotes, or at a line's end. */
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*\s+|\n+/g;

/**
 * Cuts a text into parts of at most so many letters (UTF-16 units), at the ends of sentences, else of words, else anywhere
 * but inside a letter. Nothing is left out: the parts in a row are the text.
 */
export function cutText(text: string, mostLetters: number): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > mostLetters) {
    const end = start + findCut(text.slice(start, start + mostLetters));
    parts.push(text.slice(start, end));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Not in the first half: parts of a few words would be many calls. */
function findCut(window: string): number {
  const half = window.length / 2;
  let end = 0;
  for (const match of window.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  if (end > half) return end;
  const space = window.lastIndexOf(' ') + 1;
  if (space > half) return space;
  const last = window.charCodeAt(window.length - 1);
  const isFirstHalfOfLetter = last >= 0xd800 && last <= 0xdbff;
  return isFirstHalfOfLetter && window.length > 1 ? window.length - 1 : window.length;
}

/** Puts texts together in calls: as many and as long as the limits allow, in their order. */
export function batchTexts(texts: readonly string[], limits: { texts: number; letters: number }): string[][] {
  const batches: string[][] = [];
  let letters = 0;
  for (const text of texts) {
    const open = batches.at(-1);
    if (open && open.length < limits.texts && letters + text.length <= limits.letters) {
      open.push(text);
      letters += text.length;
    } else {
      batches.push([text]);
      letters = text.length;
    }
  }
  return batches;
}
