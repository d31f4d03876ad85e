const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];
const IRREGULAR_ORDINALS: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** 1204 → one thousand two hundred and four. Whole numbers below a quadrillion; larger ones are read digit by digit. */
export function cardinalWords(value: number): string[] {
  if (value < 20) return [ONES[value] as string];
  if (value < 100) {
    const rest = value % 10;
    return [TENS[Math.floor(value / 10)] as string, ...(rest ? [ONES[rest] as string] : [])];
  }
  if (value < 1000) {
    const rest = value % 100;
    return [
      ONES[Math.floor(value / 100)] as string,
      'hundred',
      ...(rest ? ['and', ...cardinalWords(rest)] : []),
    ];
  }
  if (value >= 1e15) return digitWords(BigInt(Math.round(value)).toString());
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const rest = value % size;
    const joint = rest > 0 && rest < 100 ? ['and'] : [];
    return [
      ...cardinalWords(Math.floor(value / size)),
      name,
      ...(rest ? [...joint, ...cardinalWords(rest)] : []),
    ];
  }
  return [];
}

/** 21 → twenty first. */
export function ordinalWords(value: number): string[] {
  const words = cardinalWords(value);
  const last = words.pop() as string;
  const ordinal = IRREGULAR_ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal];
}

/** 1984 → nineteen eighty four; 2007 → two thousand and seven; 1900 → nineteen hundred. */
export function yearWords(value: number): string[] {
  const century = Math.floor(value / 100);
  const rest = value % 100;
  if (value < 1100 || value > 2099 || (value >= 2000 && value < 2010)) return cardinalWords(value);
  if (rest === 0) return value % 1000 === 0 ? cardinalWords(value) : [...cardinalWords(century), 'hundred'];
  return [...cardinalWords(century), ...(rest < 10 ? ['oh'] : []), ...cardinalWords(rest)];
}

/** 407 → four zero seven. */
export function digitWords(digits: string): string[] {
  return [...digits].flatMap((digit) => ONES[Number(digit)] ?? []);
}
