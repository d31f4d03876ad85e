const LONGEST = 120;

/** What a copy is called: “The Moon (copy)”, and of that one “The Moon (copy 2)”. */
export function nameCopy(title: string): string {
  const [, name = title, number] = /^(.*) \(copy(?: (\d{1,4}))?\)$/u.exec(title) ?? [];
  const isCopy = name !== title;
  const mark = isCopy ? ` (copy ${Number(number ?? 1) + 1})` : ' (copy)';
  return `${Array.from(name)
    .slice(0, LONGEST - mark.length)
    .join('')}${mark}`;
}
