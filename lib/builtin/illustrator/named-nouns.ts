import nlp from 'compromise/two';

/** Past tenses that look like things: "the wind rose", "Pip saw". A thing only when an article or the like leads it. */
const VERB_TWINS =
  '(rose|saw|bear|duck|fly|ring|bat|nail|light|fall|fish|swallow|sow|bow|bark|lead|wave|well)';

/**
 * The words of a text that are nouns where they stand, lower case: "Pip saw a bear" names a bear, and "the sun rose over
 * a rose" one rose. By compromise's tagger.
 */
export function namedNouns(text: string): Set<string> {
  const doc = nlp(text);
  doc.match(VERB_TWINS).forEach((word) => {
    if (!word.lookBehind('(#Determiner|#Possessive|#Value|#Adjective)$').found) word.tag('Verb');
  });
  const nouns = doc
    .match('#Noun')
    .not('#Pronoun')
    .terms()
    .json({ text: false, terms: { normal: true } }) as {
    terms: { normal: string }[];
  }[];
  return new Set(nouns.flatMap(({ terms }) => terms.map((term) => term.normal.toLowerCase())));
}
