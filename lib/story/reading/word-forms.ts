type VerbForms = { base: string; third: string; past: string; participle: string; ing: string };

/** Past and participle of the irregular verbs of our word tables. */
const IRREGULAR: Record<string, [string, string]> = {
  find: ['found', 'found'],
  buy: ['bought', 'bought'],
  build: ['built', 'built'],
  show: ['showed', 'shown'],
  leave: ['left', 'left'],
  eat: ['ate', 'eaten'],
  meet: ['met', 'met'],
  hold: ['held', 'held'],
  light: ['lit', 'lit'],
  tell: ['told', 'told'],
  get: ['got', 'got'],
  see: ['saw', 'seen'],
  think: ['thought', 'thought'],
  have: ['had', 'had'],
  go: ['went', 'gone'],
  break: ['broke', 'broken'],
  shake: ['shook', 'shaken'],
  say: ['said', 'said'],
  know: ['knew', 'known'],
  choose: ['chose', 'chosen'],
  weep: ['wept', 'wept'],
  fall: ['fell', 'fallen'],
  hide: ['hid', 'hidden'],
  make: ['made', 'made'],
  come: ['came', 'come'],
  throw: ['threw', 'thrown'],
  fling: ['flung', 'flung'],
  leap: ['leapt', 'leapt'],
  run: ['ran', 'run'],
  stride: ['strode', 'stridden'],
  fly: ['flew', 'flown'],
  drink: ['drank', 'drunk'],
  spin: ['spun', 'spun'],
  fight: ['fought', 'fought'],
  begin: ['began', 'begun'],
  keep: ['kept', 'kept'],
  dwell: ['dwelt', 'dwelt'],
  shine: ['shone', 'shone'],
};

/** Verbs whose last letter doubles: one short vowel under the stress. */
const DOUBLING =
  /^(?:grip|trip|stop|get|run|spin|begin|nap|hug|tug|grab|nod|hum|chat|sip|permit|grin|sob|dim|spot|drop|chop|trot)$/;

export function verbForms(base: string): VerbForms {
  const stem = DOUBLING.test(base) ? base + base.slice(-1) : base;
  const irregular = IRREGULAR[base];
  const past = /e$/.test(base)
    ? `${base}d`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ied`
      : `${stem}ed`;
  const ing = /[^e]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`;
  return {
    base,
    third: base === 'have' ? 'has' : pluralForm(base),
    past: irregular?.[0] ?? past,
    participle: irregular?.[1] ?? past,
    ing,
  };
}

const IRREGULAR_PLURALS: Record<string, string> = { child: 'children', man: 'men', person: 'people' };

/** The plural of a noun; a verb's third person is made the same way. */
export function pluralForm(noun: string): string {
  const irregular = IRREGULAR_PLURALS[noun];
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/glasses$/.test(noun)) return noun;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
