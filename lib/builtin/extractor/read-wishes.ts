import type { Dossier } from '../../dossier/schema.ts';
import type { AskedFor } from './read-question.ts';

export type Wishes = Partial<Pick<Dossier, 'tone' | 'ageGroup' | 'style' | 'sceneCount' | 'title'>>;

const NUMBERS: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n) => [word, n]),
);
const NUMBER = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const numberOf = (word: string | undefined) =>
  word ? (NUMBERS[word.toLowerCase()] ?? Number(word)) : Number.NaN;

const TONES: [NonNullable<Dossier['tone']>, RegExp][] = [
  ['funny', /\b(funny|silly|hilarious|humorous|comedy|laughs?|giggles?|goofy|funy)\b/],
  ['mysterious', /\b(mysterious|mystery|spooky|creepy|noir|suspense(ful)?|eerie|scary|dark and moody)\b/],
  ['adventurous', /\b(adventurous|exciting|adventure|action(-packed)?|thrilling|epic)\b/],
  ['dreamy', /\b(dreamy|dreamlike|whimsical|magical|ethereal)\b/],
  ['heartwarming', /\b(heart-?warming|touching|warm|tender|moving|sweet|uplifting)\b/],
  ['gentle', /\b(gentle|calm(ing)?|soothing|soft|cosy|cozy|quiet|peaceful|relaxing|bedtime|sleepy)\b/],
];
const ABOUT_THE_STORY =
  /\b(it|story|stories|tale|book|tone|mood|something|one|please|feel(ing)?|vibe|this|everything|make|keep)\b/;

/** What is wished of the whole story rather than told in it. */
export function readWishes(calm: string, asked: AskedFor, isListenerLastNamed: boolean): Wishes {
  const text = calm.toLowerCase();
  const wishes: Wishes = {};
  const tone = readTone(text, asked);
  if (tone) wishes.tone = tone;
  const ageGroup = readAge(text, asked, isListenerLastNamed);
  if (ageGroup) wishes.ageGroup = ageGroup;
  const style = readStyle(text, asked);
  if (style) wishes.style = style;
  const pages = new RegExp(`\\b${NUMBER}[- ](?:\\w+ )?(?:pages?|scenes?|chapters?|pictures?|parts)\\b`).exec(
    text,
  )?.[1];
  const count = numberOf(
    pages ?? (asked === 'pages' ? new RegExp(`\\b${NUMBER}\\b`).exec(text)?.[1] : undefined),
  );
  if (count >= 1 && count <= 12) wishes.sceneCount = count;
  const title = readTitle(calm, asked);
  if (title) wishes.title = title;
  return wishes;
}

function readTone(text: string, asked: AskedFor): Dossier['tone'] {
  const answers = asked === 'tone';
  for (const sentence of text.split(/[.!?;\n]+/)) {
    // "not too scary" asks for gentleness, whatever else is named.
    const wanted = sentence.replace(
      /\b(not|nothing|never|isn't|without being|less)( be)?( too| very| so| really| that| anything)? \w+( or \w+)?/g,
      ' ',
    );
    const refused = wanted !== sentence;
    if (!answers && !ABOUT_THE_STORY.test(sentence)) continue;
    const heroStarts = /\b(called|named)\b/.test(sentence) && !/\b(story|tale|book)\b/.test(sentence);
    if (heroStarts) continue;
    const said = TONES.flatMap(([tone, words]) => {
      const found = words.exec(wanted);
      return found && (answers || isSaidOfStory(wanted, found.index, found[0]))
        ? [{ tone, at: found.index }]
        : [];
    }).sort((one, other) => one.at - other.at);
    if (said[0]) return said[0].tone;
    if (
      refused &&
      /\b(not|nothing)( be)?( too| very| so| really)? (scary|frightening|spooky|sad|dark)\b/.test(sentence)
    )
      return 'gentle';
  }
  return null;
}

/** "a funny story", "make it funny", "it should be silly", "something exciting": not "a funny clown". */
function isSaidOfStory(sentence: string, at: number, word: string): boolean {
  const before = sentence.slice(Math.max(0, at - 50), at);
  const after = sentence.slice(at + word.length, at + word.length + 40);
  if (
    /^(?:,? (?:and |but )?[\w-]+){0,3},? (story|stories|tale|book|tone|mood|adventure|mystery|one|feel|vibe|ending)\b/.test(
      after,
    )
  )
    return true;
  if (
    /\b(make|keep|want|like|have|should|must|needs?|to be|be|tone|mood|something|is)\b(?: (it|this|the story|everything|to|be|is|a|an|bit|little|really|very|quite|nice|and|something|also|but|super|more|kind|of|tone|please|lots|lot|fun|still))*(?: ?[\w-]+,?(?: and| but)?)? ?$/.test(
      before,
    )
  )
    return (
      /^( ?(please|and|but|but not|with|for|,|enough|too|at the end|bits|parts|in tone)|\W*$)/.test(after) &&
      /\b(it|this|story|everything|tone|mood|something|tale|please|book)\b/.test(sentence)
    );
  return false;
}

function groupOfAge(age: number): Dossier['ageGroup'] {
  if (age >= 1 && age <= 5) return '3-5';
  if (age >= 6 && age <= 8) return '6-8';
  return age >= 9 && age <= 13 ? '9-12' : null;
}

const SCHOOL_YEARS: [RegExp, number][] = [
  [/\b(toddlers?|preschool(ers?)?|nursery|kindergart\w+|reception class|pre-?k|little ones)\b/, 4],
  [
    /\b(first|1st|second|2nd) graders?\b|\b(first|1st|second|2nd|grade 1|grade 2) ?grade\b|\bgrade (1|2|one|two)\b|\byear (2|3|two|three)\b/,
    7,
  ],
  [/\b(third|3rd) graders?\b|\b(third|3rd) grade\b|\bgrade (3|three)\b/, 8],
  [
    /\b(fourth|4th|fifth|5th|sixth|6th) ?grad(e|ers?)\b|\bgrade (4|5|6|four|five|six)\b|\byear (5|6|five|six)\b/,
    10,
  ],
  [/\byear (1|one)\b/, 6],
  [/\byear (4|four)\b/, 9],
];

function readAge(text: string, asked: AskedFor, isListenerLastNamed: boolean): Dossier['ageGroup'] {
  const listener =
    /\b(for|my|our|i am|we are|kids?|children|class|students|pupils|listeners?|readers?|aged?|ages)\b/.test(
      text,
    );
  const patterns = [
    new RegExp(`\\bi am ${NUMBER}\\b`),
    new RegExp(
      `\\b(?:for|my|our|to|with|of) (?:my |a |an |our |the |some |group of |class of |little |young |two |three )*${NUMBER}-year-old`,
    ),
    new RegExp(
      `\\b(?:for|my|our) [^.!?]{0,40}?\\b(?:who is|is|are|has|have|aged|of|age|ages|just turned|turned|,|\\() ?(?:about |nearly |almost |only )?${NUMBER}\\b(?! (?:pages?|scenes?|chapters?|dogs?|cats?|friends?|brothers?|sisters?))`,
    ),
    new RegExp(`\\bages? (?:of )?${NUMBER}\\b`),
    new RegExp(`\\baged ${NUMBER}\\b`),
  ];
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    const group = found && listener ? groupOfAge(numberOf(found[1])) : null;
    if (group) return group;
  }
  for (const [pattern, age] of SCHOOL_YEARS) if (pattern.test(text)) return groupOfAge(age);
  if (asked === 'age' || isListenerLastNamed) {
    const bare =
      new RegExp(
        `(?:^|\\b(?:is|are|has|have|age|aged|about|nearly|almost|turned|and|i am) )${NUMBER}\\b(?!-year-old \\w*(?:girl|boy))(?! (?:pages?|scenes?))`,
      ).exec(text)?.[1] ?? (asked === 'age' ? new RegExp(`\\b${NUMBER}\\b`).exec(text)?.[1] : undefined);
    return groupOfAge(numberOf(bare));
  }
  return null;
}

function readStyle(text: string, asked: AskedFor): Dossier['style'] {
  const drawn =
    asked === 'style' || /\b(style|pictures?|illustrat\w+|drawings?|drawn|look|paint\w*|art)\b/.test(text);
  if (/\bwater-? ?colou?rs?\b/.test(text)) return 'watercolour';
  if (/\bcrayons?\b/.test(text) && (drawn || !/\b(a|the|called|named) (\w+ )?crayon\b/.test(text)))
    return 'crayon';
  if (/\bpastels?\b/.test(text)) return 'pastel';
  if (
    /\b(paper ?-?cut\w*|cut-? ?(out )?paper|collage|cut-?outs?)\b/.test(text) ||
    (drawn && /\bpaper\b/.test(text))
  )
    return 'paper';
  if (drawn && /\b(storybook|story book|picture ?book|classic)\b/.test(text)) return 'storybook';
  return drawn &&
    /\b(night|dark|moonlit)\b/.test(text) &&
    (asked === 'style' || /\bnight\b/.test(text)) &&
    /\b(style|night|dark)\b/.test(text)
    ? asked === 'style' ||
      /\bnight[- ]?(time)? ?(style|pictures?|look|colou?rs?)|(style|pictures?|look)[^.!?]*\bnight\b/.test(
        text,
      )
      ? 'night'
      : null
    : null;
}

function readTitle(calm: string, asked: AskedFor): string | null {
  const quoted =
    /\b(?:titled?|entitled)(?: (?:is|should be|could be|it|will be|of))*:? ["']?([^".!?\n]{2,80})/i.exec(
      calm,
    )?.[1];
  const called =
    /\b(?:call|name) (?:it|the story|the book|this story) ["']?((?:the |a )?[^".,!?\n]{2,80})/i.exec(
      calm,
    )?.[1] ??
    /\b(?:story|book) (?:is|should be|will be|must be|could be) (?:called|named|titled) ["']?([^".!?\n]{2,80})/i.exec(
      calm,
    )?.[1];
  const given =
    asked === 'title' && calm.split(' ').length <= 9
      ? calm.replace(/^(yes|ok|okay|maybe|how about|what about|let us call it|i like)[,:]? /i, '')
      : undefined;
  const found = (quoted ?? called ?? given)?.replace(/^["' ]+|["'.!? ]+$/g, '').replace(/,? please$/i, '');
  if (
    !found ||
    /^(you|i|no|not sure|idk|dunno|whatever|something|yes|ok)\b/i.test(found) ||
    /\b(do not know|not sure|you (choose|decide|pick))\b/i.test(calm)
  )
    return null;
  return found.charAt(0).toUpperCase() + found.slice(1);
}
