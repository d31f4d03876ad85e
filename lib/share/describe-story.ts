const LONGEST = 180;

/** The first words of a story, for a link's preview: whole sentences where they fit, else whole words. Pure. */
export function describeStory(story: { scenes: readonly { text: string }[] }): string {
  const text = (story.scenes[0]?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST);
  const sentence = /^.*[.!?…][”"’')]?(?=\s)/u.exec(start)?.[0];
  if (sentence && sentence.length >= LONGEST / 3) return sentence;
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
