/** What the assistant's last question asks for; short answers are read in its light. */
export type AskedFor =
  | 'hero'
  | 'name'
  | 'friend'
  | 'place'
  | 'theme'
  | 'plot'
  | 'tone'
  | 'age'
  | 'style'
  | 'pages'
  | 'title'
  | 'trait'
  | 'other'
  | null;

const ASKS: [Exclude<AskedFor, null>, RegExp][] = [
  [
    'title',
    /\btitle\b|call (the|this|your) (story|book)|story be called|name for (the|your|our) (story|book)/,
  ],
  [
    'age',
    /\bhow old\b|\bwhat age\b|\bage group\b|\bwho (is|will be) (it|this|the story) for\b|who (will|is going to) (read|hear|listen)|who are we telling|who is listening/,
  ],
  ['pages', /\bhow (many|long)\b.*\b(pages?|scenes?|long|chapters?)\b|\bhow long\b/],
  [
    'style',
    /\b(style|pictures? (look|be)|illustrat\w+|watercolou?r|what should (it|the pictures) look like|drawn|painted)\b/,
  ],
  [
    'tone',
    /\b(tone|mood|feel|funny or|gentle or|exciting or|kind of story|sort of story|or funny|or adventurous|or dreamy)\b/,
  ],
  ['name', /\b(name|named|called|call (him|her|it|them))\b/],
  ['place', /\bwhere\b|\b(what|which) place\b|\btake place\b|\bsetting\b|\bset in\b|\bplace\b.*\?/],
  [
    'theme',
    /\b(theme|lesson|moral|message|learn from|take away|about deep down|really about|at heart|teach)\b/,
  ],
  [
    'friend',
    /\b(friend|friends|companion|helper|sidekick|anyone else|anybody else|someone else|who else|who (helps|goes along|comes along|joins|does \w+ meet|is with)|with (him|her|them)\b|meet)/,
  ],
  [
    'plot',
    /\bwhat (happens|goes wrong|is the problem|do(es)? (he|she|they|\w+) (do|want|wish|find|look|need|hope)|comes next|would you like to happen|did|adventure|trouble|problem)|\bhappen|\bhow does (it|the story) (end|begin|start)|\bend\b|\bwants? most\b|\bgoes wrong\b|\bnext\b|\bdo (then|about)\b|\bwhy\b|\bhow do(es)?\b/,
  ],
  [
    'trait',
    /\bwhat (is|are) (he|she|it|they|\w+) like\b|\blook like\b|\b(describe|tell me (more )?about|afraid of|scared of|special|good at|what kind of|what sort of)\b/,
  ],
  ['hero', /\bwho\b|\b(hero|heroine|main character|story about|about\b.*\?)/],
];

/** @returns null when nothing was asked */
export function readQuestion(assistantText: string): { asked: AskedFor; question: string } {
  const questions = assistantText.replace(/[’]/g, "'").match(/[^.!?\n]+\?/g);
  const question = questions?.at(-1)?.trim() ?? '';
  const lower = question.toLowerCase().replace(/'s\b/g, ' is');
  if (question === '') return { asked: null, question };
  return { asked: ASKS.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'other', question };
}
