import { GENTLE_WORDS, MILD_PHRASES, MILD_WORDS } from './mild-words.ts';

type Table = { pattern: RegExp; mild: ReadonlyMap<string, string> };

/** "kill killed > stop stopped" is two pairs; a `_` stands for a space. */
function readTable(lines: readonly string[]): Table {
  const mild = new Map<string, string>();
  for (const line of lines) {
    const [hard = [], soft = []] = line.split('>').map((side) => side.trim().split(/\s+/));
    if (hard.length !== soft.length) throw new Error(`Words and their mild ones do not pair: ${line}`);
    hard.forEach((word, index) => {
      mild.set(word.replaceAll('_', ' '), (soft[index] as string).replaceAll('_', ' '));
    });
  }
  const words = [...mild.keys()].toSorted((a, b) => b.length - a.length);
  return {
    mild,
    pattern: new RegExp(`(?<![\\p{L}'’])(?:(an?) )?(${words.join('|')})(?![\\p{L}])`, 'giu'),
  };
}

const HARD = readTable(MILD_WORDS);
const STRONG = readTable(GENTLE_WORDS);

/** The sentence with hard words (blood, guns, curses) in mild ones. */
export function swapHardWords(sentence: string): string {
  const phrased = MILD_PHRASES.reduce((text, [pattern, mild]) => text.replace(pattern, mild), sentence);
  const mild = tidy(swap(phrased, HARD));
  return /^["“‘(]?\p{Lu}/u.test(sentence) ? mild.replace(/\p{L}/u, (first) => first.toUpperCase()) : mild;
}

/** The sentence in gentler words, and without exclamation marks: what frightens, saddens or excites says it more quietly. */
export function swapStrongWords(sentence: string): string {
  const quiet = sentence
    .replace(/[!?]*\?[!?]*/g, '?')
    .replace(/!+/g, '.')
    // “Stop.” said Pip: speech before its own tag ends with a comma.
    .replace(/\.([”"’]) (?=\p{Ll})/gu, ',$1 ');
  return tidy(swap(quiet, STRONG));
}

function swap(text: string, { pattern, mild }: Table): string {
  return text.replace(pattern, (found, article: string | undefined, word: string) => {
    const soft = mild.get(word.toLowerCase());
    if (soft === undefined) return found;
    const plain = soft === '-' ? '' : soft;
    const isCapital = /^\p{Lu}/u.test(article ?? word);
    // What has no number ("mud") takes no article; where the word only goes, its article waits for the next one.
    const said = article && plain !== '' ? withArticle(plain) : [article, plain].filter(Boolean).join(' ');
    return isCapital ? capitalise(said) : said;
  });
}

const UNCOUNTED =
  /^(?:mud|lemonade|paint|porridge|water|music|joy|trouble|quiet|cheeky|muddy|on |the |a |fast )/;

function withArticle(noun: string): string {
  if (UNCOUNTED.test(noun)) return noun.startsWith('the ') || noun.startsWith('a ') ? noun : `some ${noun}`;
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Two spaces where a word went, and a sentence that lost its first one. */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.;:!?])/g, '$1')
    .replace(/([“"‘(]) +/g, '$1')
    .replace(/^([“"‘]?)[,;:]\s*/, '$1')
    .replace(/\b(a|an) (?=[aeiou])/gi, (_, article: string) => (article.startsWith('A') ? 'An ' : 'an '))
    .trim();
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
