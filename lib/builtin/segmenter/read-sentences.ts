/** A sentence, or a line of verse, and whether a scene may begin with it. */
export type Sentence = {
  text: string;
  /** What stood between it and the one before. */
  gap: '' | ' ' | '\n' | '\n\n';
  /** The first of its paragraph or stanza. */
  startsParagraph: boolean;
  /** Speech goes on across the cut: only where nothing else can be done. */
  insideSpeech: boolean;
};

const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Jr|Sr|No|vs|etc|e\.g|i\.e|a\.m|p\.m|z\.B|bzw|usw|ca|Nr|Hr|Fr|M|Mme|Mlle|Sra|Srta|Sig|\p{Lu})\./gu;
const SHELTER = '\u0001';
const END = /[.!?…]+["”’»«“')\]*_]*(?=\s|$)|[。！？｡؟।]+["”」』）]*/gu;
const CLOSES_SPEECH = /[.!?…,]["”’»«“]$/;
/** “Where?” Mia asked: whose words they were belongs to them. */
const SPEECH_TAG =
  /^(?:(?:he|she|they|i|we|it|the \p{L}+(?: \p{L}+)?|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (?:\p{L}+ly )?)(?:said|asked|cried|called|whispered|shouted|answered|replied|laughed|sighed|added|thought|murmured|muttered|yelled|exclaimed|begged|wondered|told|says|asks|explained|went on|continued)\b/iu;

/** The sentences of one paragraph or stanza. Never cuts inside one; the words are as they were given. */
export function readSentences(lines: readonly string[], gap: '\n' | '\n\n'): Sentence[] {
  const sentences: Sentence[] = [];
  // A stanza without any end marks is verse whose lines are the least that can stand alone.
  const linesAreUnits = lines.length > 1 && !lines.some((line) => /[.!?。！？]/.test(line));
  const speech = createSpeechMeter();
  lines.forEach((line, at) => {
    cutLine(line).forEach((piece, index) => {
      const isFirst = at === 0 && index === 0;
      const previous = sentences.at(-1);
      const lineGap = index > 0 ? piece.gap : isFirst ? gap : '\n';
      const ended = previous === undefined || ENDED.test(previous.text) || (index === 0 && linesAreUnits);
      const isTag =
        previous !== undefined && CLOSES_SPEECH.test(previous.text) && SPEECH_TAG.test(piece.text);
      if (!isFirst && previous && (!ended || isTag)) previous.text += lineGap + piece.text;
      else
        sentences.push({
          text: piece.text,
          gap: lineGap,
          startsParagraph: isFirst,
          insideSpeech: !isFirst && speech.isOpen(),
        });
      speech.read(piece.text);
    });
  });
  return sentences;
}

const ENDED = /[.!?…。！？｡؟।]["”’»«“')\]*_」』）]*$/;

function cutLine(line: string): { text: string; gap: '' | ' ' }[] {
  const sheltered = line.replace(ABBREVIATION, (found) => found.replaceAll('.', SHELTER));
  const pieces: { text: string; gap: '' | ' ' }[] = [];
  let start = 0;
  let gap: '' | ' ' = ' ';
  for (const mark of sheltered.matchAll(END)) {
    const end = mark.index + mark[0].length;
    const rest = sheltered.slice(end);
    // “Stop!” said Pip: the tag goes on in small letters.
    if (/^\s*["“‘(«„–—-]?\s*\p{Ll}/u.test(rest)) continue;
    const text = sheltered.slice(start, end).trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    pieces.push({ text, gap });
    gap = /^\s/.test(rest) ? ' ' : '';
    start = end;
  }
  const tail = sheltered.slice(start).trim();
  const last = pieces.at(-1);
  if (tail !== '' && last && !/[\p{L}\p{N}]/u.test(tail)) last.text += gap + tail;
  else if (tail !== '') pieces.push({ text: tail, gap });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll(SHELTER, '.') }));
}

const QUOTES = [
  { opens: '„', closes: /[“”]/g },
  { opens: '「', closes: /」/g },
  { opens: '«', closes: /»/g },
  { opens: '“', closes: /”/g },
] as const;

/** Follows a paragraph piece by piece and knows whether somebody is still speaking. */
function createSpeechMeter(): { isOpen(): boolean; read(piece: string): void } {
  const depth = new Map<string, number>();
  let isInside = false;
  return {
    isOpen: () => isInside || [...depth.values()].some((open) => open > 0),
    read(piece) {
      // „…“ closes with the mark that “…” opens with: only the first sort that stands in a piece counts.
      const sort = QUOTES.find(({ opens }) => (depth.get(opens) ?? 0) > 0 || piece.includes(opens));
      if (sort) {
        const opened = piece.split(sort.opens).length - 1;
        const closed = piece.match(sort.closes)?.length ?? 0;
        depth.set(sort.opens, Math.max(0, (depth.get(sort.opens) ?? 0) + opened - closed));
      }
      if ((piece.split('"').length - 1) % 2 === 1) isInside = !isInside;
    },
  };
}
