/** The marks around words that are not ours; every one of them is named here. */
export const DATA_MARKS = [
  'request',
  'before',
  'cast',
  'outline',
  'story',
  'scene',
  'draft',
  'notes',
  'answer',
] as const;
export type DataMark = (typeof DATA_MARKS)[number];

/** A mark however it is written: with spaces, not closed, with a sign that only looks like the bracket. */
const MARK = new RegExp(
  `[<＜﹤‹〈]\\s*[/／]?\\s*(?:${DATA_MARKS.join('|')})\\b(?:[^<>＜＞]*[>＞﹥›〉])?`,
  'gi',
);

/** What a stranger gave, without anything that could pass for one of our marks: they cannot be closed from inside. */
export function asData(text: string): string {
  let clean = text;
  // Taking one out can put another together from its halves.
  for (let before = ''; before !== clean; ) {
    before = clean;
    clean = clean.replace(MARK, '');
  }
  return clean;
}

/** Lines of data between their marks; cleaned together, because two of them could make a mark where they meet. */
export function markData(mark: DataMark, lines: readonly string[], attributes = ''): string[] {
  return [`<${mark}${attributes}>`, asData(lines.join('\n')), `</${mark}>`];
}
