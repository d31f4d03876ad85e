/** One printed line: where it begins from the left and from the bottom, in points, and how large it is. */
export type PageLine = { text: string; x: number; y: number; fontSize: number };

/** On so many pages, or a third of them, the same line at an edge is a running head. */
const RUNNING_HEAD_PAGES = 3;

/**
 * Printed pages as flowing paragraphs: running heads and page numbers go, lines join, words parted at a line's end heal, and
 * a paragraph that goes over the page's end goes on.
 */
export function joinPages(pages: PageLine[][]): string {
  const heads = findRunningHeads(pages);
  const paragraphs: string[] = [];
  for (const page of pages) {
    const lines = page.filter((line, index) => !isEdge(page, index) || !heads.has(maskNumbers(line.text)));
    const [first = '', ...others] = toParagraphs(lines);
    const before = paragraphs.at(-1);
    if (first === '') continue;
    if (before !== undefined && goesOn(before, first))
      paragraphs.push(joinLines(paragraphs.pop() ?? '', first));
    else paragraphs.push(first);
    paragraphs.push(...others);
  }
  return paragraphs.join('\n\n');
}

/** A new paragraph is further down than lines usually are, or begins further in, or with a bullet, or is in another size. */
function toParagraphs(lines: PageLine[]): string[] {
  const usualGap = middle(
    lines
      .slice(1)
      .map((line, index) => (lines[index]?.y ?? 0) - line.y)
      .filter((gap) => gap > 0),
  );
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const begins =
      !above ||
      above.y - line.y > usualGap * 1.3 ||
      above.y < line.y ||
      Math.abs(line.fontSize - above.fontSize) > 1 ||
      /^[•‣◦▪–] ?/u.test(line.text) ||
      (line.x - above.x > line.fontSize * 0.8 && /[.!?:…"”’»]\s*$/.test(above.text));
    if (begins) paragraphs.push(line.text.trim());
    else paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text.trim()));
  });
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function joinLines(before: string, after: string): string {
  // "for-" + "est" is one word; "North-" + "South" keeps its hyphen.
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  return /[-\u2010]$/.test(before) ? before + after : `${before} ${after}`;
}

function goesOn(before: string, after: string): boolean {
  return !/[.!?:…"”’»]$/.test(before) && /^\p{Ll}/u.test(after);
}

function findRunningHeads(pages: PageLine[][]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(
      page.filter((_line, index) => isEdge(page, index)).map((line) => maskNumbers(line.text)),
    );
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const least = Math.max(RUNNING_HEAD_PAGES, pages.length / 3);
  const heads = new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
  // A number alone at the edge is a page's, however few pages there are.
  return heads.add('#');
}

function isEdge(page: PageLine[], index: number): boolean {
  return index === 0 || index === page.length - 1;
}

function maskNumbers(text: string): string {
  return text
    .trim()
    .replace(/\d+/g, '#')
    .replace(/^[-–— ]*#[-–— ]*$/, '#');
}

function middle(numbers: number[]): number {
  return (
    [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.POSITIVE_INFINITY
  );
}
