import {
  collapseDuplicatesTransformer,
  DataSet,
  englishDataset,
  englishRecommendedWhitelistMatcherTransformers,
  RegExpMatcher,
} from 'obscenity';

/**
 * Entries of the dataset that are at home in picture books as whole words, or match too widely: a cock crows, an ass
 * pulls the cart, Dick Whittington has a cat, light falls through a chink, a dyke holds the sea, "Scat!" The indecent
 * uses of these are phrases in `topics.ts`.
 */
const LEFT_TO_TOPICS = new Set([
  'abo',
  'anal',
  'anus',
  'ass',
  'chink',
  'cock',
  'dick',
  'dyke',
  'fuck',
  'prick',
  'pussy',
  'scat',
  'tit',
]);
/** Harmless words with something else inside them. */
const HARMLESS = [
  'boobook',
  'booby',
  'cumin',
  'cummings',
  'cummerbund',
  'fagin',
  'georgy',
  'porgy',
  'rapeseed',
  'retardant',
  'shiitake',
];

const dataset = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf((phrase) => LEFT_TO_TOPICS.has(phrase.metadata?.originalWord ?? ''))
  .addPhrase((phrase) => HARMLESS.reduce((all, word) => all.addWhitelistedTerm(word), phrase));

const matcher = new RegExpMatcher({
  ...dataset.build(),
  // The text is folded already; stretched words ("biiitch") are left to do.
  blacklistMatcherTransformers: [
    collapseDuplicatesTransformer({
      defaultThreshold: 1,
      customThresholds: new Map(['b', 'e', 'o', 'l', 's', 'g'].map((letter) => [letter, 2])),
    }),
  ],
  whitelistMatcherTransformers: englishRecommendedWhitelistMatcherTransformers,
});

/** Words of curses, for those that are hidden behind stars or stretched. */
export const PROFANE_WORDS: readonly string[] =
  'fuck fucks fucked fucker fucking motherfucker shit shits shitty bullshit bitch bitches bastard bastards cunt cunts dick dicks pussy asshole arsehole twat wanker prick whore slut faggot nigger nigga porn porno penis vagina blowjob naked'.split(
    ' ',
  );

/** Between words, so that nothing is found across them ("half (kitten" is not a curse). */
const SEPARATOR = '\n.\n';
const KNOWN_WORDS_LIMIT = 20_000;
const knownClean = new Set<string>();

/** Whether folded text has a curse in it. Words seen before are not looked at again: stories repeat theirs. */
export function hasProfanity(folded: string): boolean {
  const fresh = [...new Set(folded.split(' '))].filter((word) => word.length > 1 && !knownClean.has(word));
  if (fresh.length === 0) return false;
  if (matcher.hasMatch(fresh.join(SEPARATOR))) return true;
  if (knownClean.size + fresh.length > KNOWN_WORDS_LIMIT) knownClean.clear();
  for (const word of fresh) knownClean.add(word);
  return false;
}

/** Curses with signs in place of letters. Looked for in the text itself: folding would drop the signs. */
const MASKED =
  /(?<![\p{L}\p{N}])(?:(?:mother)?f[*#@%_-]{1,2}c?k\w*|f[*#]{2,}|sh?[*#@%]+t+y?|b[*#@%]+t?ch\w*|c[*#@%]+nt\w*|d[*#@%]+ck\w*|a[*#@%$]{2,}(?:hole)?s?|p[*#@%]+ssy|n[*#@%]+gg(?:er|a)s?|wh[*#@%]+re\w*)(?![\p{L}])/iu;

export function hasMaskedProfanity(text: string): boolean {
  return MASKED.test(text);
}

/** Nothing harmless is called so: these need no second opinion. */
const PLAIN =
  /(?<![a-z'])(?:(?:mother ?)?fuck(?:s|ed|er|ers|ing|in|head|heads|face|off)?|(?:bull|horse|dip|bat)?shi+t(?:s|ty|ting|head|heads|hole|face)?|cunts?|niggers?|niggas?|(?:ass|arse) ?holes?|wankers?|cock ?suckers?|whores?|(?:blow|hand) ?jobs?|dildos?|gang ?bangs?)(?![a-z])|fuck(?:you|your|me|off|ing)/;

/** Whether folded text has a curse in it that means nothing else. */
export function hasPlainCurse(folded: string): boolean {
  return PLAIN.test(folded);
}
