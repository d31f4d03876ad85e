/** What a given text is made of, before its sentences: paragraphs with their lines as they were typed, headings, breaks. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'break' }
  | { kind: 'paragraph'; lines: string[]; gap: '\n' | '\n\n' };

const MARKDOWN_HEADING = /^\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$/;
const UNDERLINE = /^\s{0,3}(={3,}|-{3,})\s*$/;
const BREAK = /^\s*(?:(?:[*\-_~#=•·]\s*){3,}|[⁂❦☙❧§#*])\s*$/;
const NUMBER =
  '(?:\\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|last|the\\s+\\p{L}+|\\p{L}{2,12})';
const CHAPTER = new RegExp(
  `^(?:chapter|part|scene|kapitel|teil|chapitre|partie|cap[ií]tulo|parte|capitolo|hoofdstuk|deel|rozdział|kapittel|luku|глава|часть)\\s+${NUMBER}\\b[^.!?]{0,70}[.:]?$`,
  'iu',
);
const OUTER_CHAPTER =
  /^(?:prologue|epilogue|prolog|epilog|prólogo|epílogo|prologo|epilogo|пролог|эпилог)\b.{0,60}$/iu;
const CJK_CHAPTER = /^第\s*[\d一二三四五六七八九十百零〇]{1,5}\s*[章回节節話话部][^。！？]{0,40}$/u;
const BARE_NUMBER = /^(?:\d{1,3}|[IVXLC]{1,6})[.)]?$/;
const SHOUTED = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}\s'’,:&–—-]{3,60}$/u;
const ENDS_A_SENTENCE = /[.!?…:。！？]["”’»«“」』)*_]*$/;

/** A text's blocks in order. Line ends of every sort are understood; nothing but marks of layout is left out. */
export function readBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\n');
  const blocks: Block[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 0) blocks.push(...paragraphsOf(run));
    run = [];
  };
  lines.forEach((line, index) => {
    const bare = line.trim();
    const standsAlone = (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '';
    const heading = MARKDOWN_HEADING.exec(line);
    if (bare === '') close();
    else if (heading) {
      close();
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: plainLine(heading[2] ?? '') });
    } else if (
      UNDERLINE.test(line) &&
      run.length === 1 &&
      (run[0] ?? '').length <= 80 &&
      !ENDS_A_SENTENCE.test(run[0] ?? '')
    ) {
      blocks.push({ kind: 'heading', level: bare.startsWith('=') ? 1 : 2, text: plainLine(run[0] ?? '') });
      run = [];
    } else if (BREAK.test(line)) {
      close();
      blocks.push({ kind: 'break' });
    } else if (isHeadingLine(bare, standsAlone, run.length === 0)) {
      close();
      blocks.push({ kind: 'heading', level: 2, text: plainLine(bare) });
    } else run.push(line.trimEnd());
  });
  close();
  return blocks;
}

function isHeadingLine(line: string, standsAlone: boolean, startsRun: boolean): boolean {
  if (startsRun && (CHAPTER.test(line) || CJK_CHAPTER.test(line))) return true;
  return (
    standsAlone &&
    (OUTER_CHAPTER.test(line) || BARE_NUMBER.test(line) || (SHOUTED.test(line) && /\p{L}/u.test(line)))
  );
}

/**
 * Lines that stand together are one of three things: paragraphs of a line each (dialogue, text without empty lines), prose
 * broken at a margin, whose lines are joined, or verse, whose lines are kept.
 */
function paragraphsOf(raw: readonly string[]): Block[] {
  const lines = raw.map((line) => plainLine(line));
  const paragraph = (own: string[], gap: '\n' | '\n\n'): Block => ({ kind: 'paragraph', lines: own, gap });
  if (lines.length === 1) return [paragraph(lines, '\n\n')];
  const lengths = lines.map((line) => line.length);
  const longest = Math.max(...lengths);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const inner = lines.slice(0, -1);
  const ended = inner.filter((line) => ENDS_A_SENTENCE.test(line)).length / inner.length;
  const isVerse = longest < 70 && meanLength < 50 && !lines.some((line) => /^["“«„]/.test(line));
  const isWrapped =
    !isVerse &&
    longest <= 100 &&
    ended < 0.5 &&
    inner.every((line) => line.length > longest * 0.55 || ENDS_A_SENTENCE.test(line));
  if (isWrapped) return [paragraph([lines.join(' ')], '\n\n')];
  if (isVerse && lines.length > 2) return [paragraph(lines, '\n\n')];
  if (ended >= 0.6 || longest > 100)
    return lines.map((line, index) => paragraph([line], index === 0 ? '\n\n' : '\n'));
  return [paragraph(lines, '\n\n')];
}

/** A line without the marks that only a screen understands: emphasis, links, quoting, bullets. */
export function plainLine(line: string): string {
  return line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s*[*+]\s+(?=\S)/, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
