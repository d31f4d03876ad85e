/** Forms that no ending explains; the base first. Verbs, nouns and comparatives of children's stories. */
const IRREGULAR = `be am is are was were been being|have has had having|do does did done doing|go goes went gone
say says said|make makes made making|take takes took taken taking|come came coming|see saw seen|know knew known|get got gotten getting
give gave given giving|find found|think thought|tell told|feel felt|leave left leaving|keep kept|begin began begun beginning|hold held
bring brought|write wrote written writing|stand stood|hear heard|let letting|mean meant|set setting|meet met|run ran running|pay paid
sit sat sitting|speak spoke spoken|lie lay lain lying|lead led|read reading|grow grew grown|lose lost losing|fall fell fallen|send sent
build built|understand understood|draw drew drawn|break broke broken|spend spent|cut cutting|rise rose risen rising|drive drove driven
buy bought|wear wore worn|choose chose chosen choosing|eat ate eaten|fly flew flown flies|sing sang sung|ring rang rung|swim swam swum
drink drank drunk|sleep slept|win won winning|teach taught|catch caught|fight fought|throw threw thrown|blow blew blown|hide hid hidden
ride rode ridden|shake shook shaken|wake woke woken|steal stole stolen|swing swung|hang hung|dig dug digging|stick stuck|sink sank sunk
shine shone|shoot shot|sweep swept|creep crept|weep wept|leap leapt|dream dreamt|learn learnt|burn burnt|spill spilt|kneel knelt|lay laid
bend bent|lend lent|bite bit bitten|freeze froze frozen|forget forgot forgotten|forgive forgave forgiven|tear tore torn|bear bore born borne
swear swore sworn|spin spun|sting stung|cling clung|fling flung|wind wound|grind ground|bind bound|light lit|slide slid|feed fed|bleed bled
speed sped|spring sprang sprung|stride strode|tread trod|shrink shrank shrunk|hurt|put|shut|hit|spread|seek sought|sell sold|tie tied tying
die died dying|can could|will would|shall should|may might|not|man men|woman women|child children|foot feet|tooth teeth|goose geese
mouse mice|person people|ox oxen|good better best|bad worse worst|little less least|much more most|many more|far farther farthest further`;

let known: Map<string, string> | undefined;

function irregularBase(word: string): string | undefined {
  known ??= new Map(
    IRREGULAR.split(/[|\n]/).flatMap((row) => {
      const [base = '', ...forms] = row.trim().split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
  );
  return known.get(word);
}

const SHORTENED = /(?:n't|'(?:s|ll|re|ve|d|m))$/;

/**
 * What a word may be a form of, itself first: plurals, the tenses, comparatives and adverbs in -ly. A word list with the
 * base knows the form (the counting rules of Dale & Chall 1948, pp. 18-19, and Spache 1953, allow the same endings). Some
 * of what comes back is no word: it is meant for look-ups. @param word in lower case, with a straight apostrophe
 */
export function baseForms(word: string): string[] {
  const bare = word.replace(SHORTENED, '').replace(/'$/, '');
  const forms = new Set([word, bare]);
  const add = (ending: RegExp, ...replacements: string[]) => {
    if (!ending.test(bare) || bare.length < 4) return;
    for (const replacement of replacements) forms.add(bare.replace(ending, replacement));
  };
  const irregular = irregularBase(bare);
  if (irregular) forms.add(irregular);
  add(/ies$/, 'y', 'ie');
  add(/ves$/, 'f', 'fe');
  add(/es$/, '');
  add(/s$/, '');
  for (const ending of ['ed', 'ing', 'er', 'est', 'en']) {
    add(new RegExp(`([b-df-hj-np-tv-z])\\1${ending}$`), '$1', '$1$1');
    add(new RegExp(`i${ending}$`), 'y');
    add(new RegExp(`${ending}$`), '', 'e');
  }
  // British spellings of what the American lists have: recognised, practised, theatre, colour.
  add(/is(e|es|ed|er|ing)$/, 'iz$1', 'ize', 'ic$1', 'ice');
  add(/tre(s?)$/, 'ter');
  add(/our(s|ed|ing|ful)?$/, 'or');
  add(/en(?:ed|ing|s)$/, '', 'e', 'en');
  add(/ily$/, 'y');
  add(/ly$/, '', 'le', 'l');
  add(/'$/, '');
  return [...forms].filter((form) => form.length > 0);
}
