/**
 * Sounds that are written without a vowel. The synthesiser would spell them out ("es ech ech"), and picture books are
 * full of them. Any number of letters: "Shhhh!"
 */
const SOUNDS: [RegExp, string][] = [
  [/^m+h*m*$/, 'um'],
  [/^h+m+p?h?$/, 'hum'],
  [/^b+r+$/, 'burr'],
  [/^g+r+h*$/, 'gurr'],
  [/^s+h+$/, 'shush'],
  [/^p+s+h*t+$/, 'pist'],
  [/^p+s+h+$/, 'pish'],
  [/^t+s+k+$/, 'tisk'],
  [/^p+f+t*$/, 'puff'],
  [/^b+z+t*$/, 'buzz'],
  [/^zz+$/, 'zizz'],
  [/^ss+$/, 'siss'],
  [/^a+h{2,}$/, 'ah'],
];
/** British spellings and short forms the American dictionary does not know. */
const SPELLINGS: Record<string, string> = {
  cosy: 'cozy',
  cosier: 'cozier',
  cosiest: 'coziest',
  cosily: 'cozily',
  tis: 'tizz',
  twas: 'twuz',
  em: 'um',
};

/** The spelling by which the voice finds the right sound of a lower-case word. */
export function respell(word: string): string {
  if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word] as string;
  const sound = SOUNDS.find(([pattern]) => pattern.test(word));
  if (sound) return sound[1];
  const short = word.replace(/([a-z])\1{2,}/g, '$1$1');
  // Any other word without a vowel gets one after its first letter: "vrrr" → "vurr".
  return /^[^aeiouy']{2,}$/.test(short) ? `${short[0]}u${short.slice(1)}` : short;
}
